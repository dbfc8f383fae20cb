namespace Simulator.Api;

/// <summary>
/// Some of the pods that serve a service, which its label kubernetes.io/service-name names (discovery.k8s.io/v1beta1 of 1.20). Addresses
/// are IPv4; topology is not kept.
/// </summary>
public sealed record EndpointSlice : ApiObject
{
    public override string Kind => "EndpointSlice";

    /// <summary>In no useful order.</summary>
    public IReadOnlyList<SliceEndpoint> Endpoints { get; init; } = [];

    /// <summary>Which all endpoints have; none: nothing is sent to them.</summary>
    public IReadOnlyList<EndpointPort> Ports { get; init; } = [];

    /// <summary>Of the service in the slice's namespace; "" = of none.</summary>
    public string ServiceName => Metadata.Labels.ValueOrEmpty(WellKnownLabels.ServiceName);
}

/// <param name="NodeName">"" = it has none yet.</param>
public sealed record SliceEndpoint(string Ip, string TargetPod, string TargetUid, string Hostname, bool IsReady, string NodeName);
