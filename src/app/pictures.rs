//! Pictures of screens, drawn off-screen by a real graphics adapter, without a window or a display.

use bevy::asset::RenderAssetUsages;
use bevy::camera::RenderTarget;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::render_resource::{Extent3d, PollType, TextureDimension, TextureFormat, TextureUsages};
use bevy::render::renderer::RenderDevice;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use resvg::tiny_skia::{IntSize, Pixmap};

use super::headless::{Headless, windowless};
use super::start::{StartError, open_graphics};
use super::theme::{TextScale, Theme};

/// Frames to wait for the pixels to come back from the graphics adapter.
const PATIENCE: usize = 60;

/// The app, driven like [`Headless`], which can also take pictures.
pub struct Stage {
    game: Headless,
    target: Handle<Image>,
}

/// The pixels of the last picture.
#[derive(Resource, Default)]
struct Taken(Option<Image>);

impl Stage {
    /// The app at a size in pixels; `setup` adds plugins, resources and screens.
    pub fn new(
        size: UVec2,
        theme: Theme,
        text_scale: TextScale,
        setup: impl FnOnce(&mut App),
    ) -> Result<Self, StartError> {
        let render = RenderPlugin {
            render_creation: open_graphics()?.creation,
            // Otherwise the first picture could be taken before the shaders are compiled.
            synchronous_pipeline_compilation: true,
            ..default()
        };
        let mut app = App::new();
        app.add_plugins(windowless(size).set(render))
            .insert_resource(theme)
            .insert_resource(text_scale)
            .init_resource::<Taken>()
            .add_plugins(super::plugin);
        let target = app.world_mut().resource_mut::<Assets<Image>>().add(canvas(size));
        let canvas = target.clone();
        app.add_observer(move |camera: On<Add, Camera2d>, mut commands: Commands| {
            commands.entity(camera.entity).insert(RenderTarget::from(canvas.clone()));
        });
        setup(&mut app);
        let mut stage = Self { game: Headless::start(app), target };
        stage.look(false);
        Ok(stage)
    }

    /// The app, for driving it.
    pub fn app(&mut self) -> &mut Headless {
        &mut self.game
    }

    /// Takes a picture and returns it as PNG.
    pub fn png(&mut self) -> Result<Vec<u8>, StartError> {
        let pixmap = self.take().ok_or_else(|| StartError::Picture("no pixels came back".to_owned()))?;
        pixmap.encode_png().map_err(|error| StartError::Picture(error.to_string()))
    }

    fn take(&mut self) -> Option<Pixmap> {
        self.look(true);
        let taken = self.photograph();
        self.look(false);
        taken
    }

    /// Turns the cameras on or off. They are off between two pictures, because drawing
    /// those frames would be wasted work.
    fn look(&mut self, is_active: bool) {
        let mut cameras = self.game.world().query::<&mut Camera>();
        for mut camera in cameras.iter_mut(self.game.world()) {
            camera.is_active = is_active;
        }
    }

    fn photograph(&mut self) -> Option<Pixmap> {
        self.game.settle();
        let screenshot = Screenshot::image(self.target.clone());
        self.game.world().spawn(screenshot).observe(|taken: On<ScreenshotCaptured>, mut last: ResMut<Taken>| {
            last.0 = Some(taken.image.clone());
        });
        for _ in 0..PATIENCE {
            self.game.update();
            let device = self.game.world().resource::<RenderDevice>();
            device.wgpu_device().poll(PollType::Wait { submission_index: None, timeout: None }).ok()?;
            if let Some(image) = self.game.world().resource_mut::<Taken>().0.take() {
                let size = IntSize::from_wh(image.width(), image.height())?;
                // The picture is opaque, so straight and premultiplied alpha are the same.
                return Pixmap::from_vec(image.data?, size);
            }
        }
        None
    }
}

fn canvas(size: UVec2) -> Image {
    let size = Extent3d { width: size.x, height: size.y, depth_or_array_layers: 1 };
    let mut image =
        Image::new_uninit(size, TextureDimension::D2, TextureFormat::Rgba8UnormSrgb, RenderAssetUsages::RENDER_WORLD);
    image.texture_descriptor.usage |= TextureUsages::RENDER_ATTACHMENT;
    image
}
