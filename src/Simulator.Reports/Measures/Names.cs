using Simulator.World.Specification;

namespace Simulator.Reports.Measures;

/// <summary>Things by the names that people use for them.</summary>
internal static class Names
{
    private const string DefaultNamespace = "default/";
    private const string BalancerOf = "load balancer of ";

    /// <summary>A noun phrase: <c>the loss of us-east1-b</c>.</summary>
    public static string Outage(OutageKind kind, string target) => kind switch
    {
        OutageKind.PowerLoss => $"the loss of {target}",
        OutageKind.Reboot => $"the reboot of {target}",
        OutageKind.NetworkCut => $"the network cut of {target}",
        OutageKind.ApiServerDown => "the outage of the API server",
        OutageKind.ZonePartition => $"the partition between {target}",
        OutageKind.ClusterCut => $"the cut of {target} from outside",
        OutageKind.FederationCut => $"the cut of {target} from its federation",
        OutageKind.BalancerLost => $"the loss of {Program(target)}",
        OutageKind.Maintenance => $"the maintenance of {target}",
        OutageKind.InstanceGone => $"the removal of {target} by the cloud",
        OutageKind.SlowNode or OutageKind.ApiServerSlow or OutageKind.EtcdSlow or OutageKind.RegistrySlow =>
            $"the slowness of {Program(target)}",
        OutageKind.DiskFull => $"the full disk of {target}",
        OutageKind.DiskLoss => $"the loss of the disk of {target}",
        OutageKind.RuntimeDown => $"the outage of the container runtime of {target}",
        OutageKind.Freeze or OutageKind.ProgramFreeze => $"the freeze of {Program(target)}",
        OutageKind.OutOfStock => "the cloud's want of machines",
        OutageKind.DnsStale => "stale DNS",
        _ => $"the outage of {Program(target)}",
    };

    /// <summary>A clause: <c>us-east1-b lost power</c>.</summary>
    public static string WhatHappened(OutageRow outage) =>
        Enum.TryParse<OutageKind>(outage.Kind, out var kind)
            ? $"{Program(outage.Target)} {OutageKinds.Of(kind).Verb}"
            : $"{outage.Target}: {outage.Kind}";

    /// <summary>Programs by the names that people use for them.</summary>
    private static string Program(string target) => target switch
    {
        "api-server" => "the API server",
        "etcd" => "etcd",
        "scheduler" or "cloud" or "registry" => $"the {target}",
        "controller-manager" => "the controller manager",
        "dns" => "DNS",
        "load balancer" => "all load balancers",
        _ when target.StartsWith(BalancerOf, StringComparison.Ordinal) => $"the {BalancerOf}{Short(target[BalancerOf.Length..])}",
        _ => target,
    };

    /// <summary>Objects of the default namespace go without it.</summary>
    public static string Short(string key) =>
        key.StartsWith(DefaultNamespace, StringComparison.Ordinal) ? key[DefaultNamespace.Length..] : key;
}
