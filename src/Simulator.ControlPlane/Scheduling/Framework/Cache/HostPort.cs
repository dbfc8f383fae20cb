using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>A port of the node itself. An address or protocol that is absent is 0.0.0.0 and TCP.</summary>
public readonly record struct HostPort(string Address, string Protocol, int Port)
{
    public const string AnyAddress = "0.0.0.0";

    public static HostPort Of(ContainerPort port) => new(
        port.HostIP.Length == 0 ? AnyAddress : port.HostIP, port.Protocol.Length == 0 ? "TCP" : port.Protocol, port.HostPort);

    /// <summary>They cannot both be held on one node.</summary>
    public bool Conflicts(HostPort other) =>
        Port == other.Port && Protocol == other.Protocol
        && (Address == other.Address || Address == AnyAddress || other.Address == AnyAddress);
}
