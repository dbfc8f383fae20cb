using Simulator.World;

namespace Simulator.Reports;

/// <summary>Things by the names that people use for them.</summary>
internal static class Names
{
    private const string DefaultNamespace = "default/";

    /// <summary>A noun phrase: <c>the loss of us-east1-b</c>.</summary>
    public static string Outage(OutageKind kind, string target) => kind switch
    {
        OutageKind.PowerLoss => $"the loss of {target}",
        OutageKind.Reboot => $"the reboot of {target}",
        OutageKind.NetworkCut => $"the network cut of {target}",
        _ => "the outage of the API server",
    };

    /// <summary>A clause: <c>us-east1-b lost power</c>.</summary>
    public static string WhatHappened(OutageRow outage) => outage.Kind switch
    {
        nameof(OutageKind.PowerLoss) => $"{outage.Target} lost power",
        nameof(OutageKind.Reboot) => $"{outage.Target} rebooted",
        nameof(OutageKind.NetworkCut) => $"{outage.Target} was cut off the network",
        _ => "the API server stopped answering",
    };

    /// <summary>Objects of the default namespace go without it.</summary>
    public static string Short(string key) =>
        key.StartsWith(DefaultNamespace, StringComparison.Ordinal) ? key[DefaultNamespace.Length..] : key;

    /// <summary>With its cluster where there are several.</summary>
    public static string Of(Summary summary, string cluster, string key) =>
        summary.Clusters.Count > 1 ? $"{cluster}: {Short(key)}" : Short(key);
}
