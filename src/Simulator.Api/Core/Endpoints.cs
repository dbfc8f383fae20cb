namespace Simulator.Api;

/// <summary>Which pods serve a service of the same name.</summary>
public sealed record Endpoints : ApiObject
{
    public override string Kind => "Endpoints";

    public IReadOnlyList<EndpointSubset> Subsets { get; init; } = [];
}

/// <summary>Addresses that share the same set of ports.</summary>
public sealed record EndpointSubset(
    IReadOnlyList<EndpointAddress> Addresses,
    IReadOnlyList<EndpointAddress> NotReadyAddresses,
    IReadOnlyList<EndpointPort> Ports);

/// <param name="TargetUid">Uid of the pod; second sort key after the address.</param>
public sealed record EndpointAddress(string Ip, string TargetPod, string TargetUid, string Hostname)
{
    /// <summary>
    /// One that no rule can refuse; found out once, because every change of a service's endpoints judges all of them again (18 % of
    /// zone-outage).
    /// </summary>
    internal bool IsPlain { get; } = Hostname.Length == 0 && AddressText.IsPlain(Ip);
}

public sealed record EndpointPort(string Name, int Port, string Protocol);
