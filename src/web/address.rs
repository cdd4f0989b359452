//! Where devices can reach this machine, the likeliest address first.

use std::net::IpAddr;

/// An address at which this machine can be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The beginning of every link: `http://192.168.1.20:7878`.
    pub base: String,
    /// Whether a device came in through it.
    pub arrived: bool,
}

/// Names of network adapters that belong to virtual machines, containers and tunnels: no device is there.
const VIRTUAL: [&str; 10] = ["docker", "br-", "veth", "virbr", "vmnet", "vbox", "tun", "tap", "wg", "utun"];

impl Address {
    /// An address through which no device came in yet.
    pub(super) fn new(base: String) -> Self {
        Self { base, arrived: false }
    }
}

/// The addresses of this machine's network adapters, or the one it listens on. The last is this machine itself.
#[must_use]
pub fn addresses(listens_on: IpAddr, port: u16) -> Vec<Address> {
    let base = |ip: IpAddr| match ip {
        IpAddr::V4(ip) => format!("http://{ip}:{port}"),
        IpAddr::V6(ip) => format!("http://[{ip}]:{port}"),
    };
    let mut found: Vec<(u8, IpAddr)> = match listens_on.is_unspecified() {
        true => if_addrs::get_if_addrs()
            .unwrap_or_default()
            .into_iter()
            .map(|adapter| (rank(&adapter.name, adapter.ip()), adapter.ip()))
            .filter(|(_, ip)| ip.is_ipv4())
            .collect(),
        false => vec![(0, listens_on)],
    };
    found.sort();
    found.dedup_by_key(|(_, ip)| *ip);
    if found.is_empty() {
        found.push((0, IpAddr::from([127, 0, 0, 1])));
    }
    found.into_iter().map(|(_, ip)| Address::new(base(ip))).collect()
}

/// How unlikely it is that the devices in a room can reach an address.
fn rank(adapter: &str, ip: IpAddr) -> u8 {
    let IpAddr::V4(v4) = ip else { return 5 };
    let adapter = adapter.to_lowercase();
    match () {
        () if v4.is_loopback() => 9,
        () if v4.is_link_local() => 8,
        () if VIRTUAL.iter().any(|name| adapter.starts_with(name)) => 7,
        () if v4.octets()[0] == 192 => 0,
        () if v4.is_private() => 1,
        () => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn a_home_or_office_network_comes_before_containers_and_the_machine_itself() {
        let rank = |name, ip: [u8; 4]| rank(name, ip.into());
        assert!(rank("wlan0", [192, 168, 1, 20]) < rank("eth0", [10, 0, 0, 4]));
        assert!(rank("eth0", [10, 0, 0, 4]) < rank("docker0", [172, 17, 0, 1]));
        assert!(rank("docker0", [172, 17, 0, 1]) < rank("wlan0", [169, 254, 3, 3]));
        assert!(rank("wlan0", [169, 254, 3, 3]) < rank("lo", [127, 0, 0, 1]));
    }
}
