//! Where a room is, from the link that devices open: `http://192.168.1.20:7878/KQZM`.

/// Where a room is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The beginning of every request.
    pub base: String,
    /// The code of the room.
    pub code: String,
}

/// Why a link leads to no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAddress {
    /// It is not `http://…/CODE`.
    NoLink,
    /// Bots speak to a host directly, without TLS.
    Secure,
}

impl Address {
    /// Reads a link.
    ///
    /// # Errors
    /// Why it leads to no room.
    pub fn of(link: &str) -> Result<Self, BadAddress> {
        let link = link.trim().trim_end_matches('/');
        if link.starts_with("https://") {
            return Err(BadAddress::Secure);
        }
        let rest = link.strip_prefix("http://").ok_or(BadAddress::NoLink)?;
        match rest.split_once('/') {
            Some((host, code)) if !host.is_empty() && !code.is_empty() && !code.contains(['/', '?', '#']) => {
                Ok(Self { base: format!("http://{host}"), code: code.to_owned() })
            }
            _ => Err(BadAddress::NoLink),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, BadAddress};

    #[test]
    fn a_link_names_the_host_and_the_room() {
        let address = Address::of(" http://192.168.1.20:7878/KQZM/ ").expect("it is a link");
        assert_eq!((address.base.as_str(), address.code.as_str()), ("http://192.168.1.20:7878", "KQZM"));
        for bad in ["", "KQZM", "http://192.168.1.20:7878", "http:///KQZM", "http://host/console?key=1"] {
            assert_eq!(Address::of(bad), Err(BadAddress::NoLink), "{bad}");
        }
        assert_eq!(Address::of("https://workshop.example.org/KQZM"), Err(BadAddress::Secure));
    }
}
