using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Versions;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Flags of kube-apiserver.</summary>
internal static class ApiServerShape
{
    private const int SecondsInADay = 86_400;
    private const int LargestRange = 16;
    private const int SmallestRange = 29;

    private static readonly KeysOf<ApiServerOptions> Key = new();

    private static readonly Dictionary<string, AdmissionPlugin> Plugins = Enum.GetValues<AdmissionPlugin>()
        .ToDictionary(plugin => plugin.ToString());

    public static Shape<ApiServerOptions> Value { get; } = new("apiserver", new ApiServerOptions(),
    [
        Key.Integer(
            "max-requests-inflight",
            "requests that one API server works on at a time, watches not counted; one more is refused with 429 and tried again after a "
                + "second, ten times",
            1, 1_000_000, o => o.MaxRequestsInflight, (o, v) => o with { MaxRequestsInflight = v }),
        Key.Integer(
            "min-request-timeout", "seconds; a watch is closed between one and two of them after it was opened, and opened again", 1,
            SecondsInADay, o => (int)o.MinRequestTimeout.TotalSeconds, (o, v) => o with { MinRequestTimeout = TimeSpan.FromSeconds(v) }),
        Key.Value(
            "service-cluster-ip-range",
            "addresses of services (10.1.0.0/16): each gets one, and a service that brings one of another range is refused, as happens to "
                + "those that a federation copies; absent, services have none. simulator serve has its own",
            Forms.Text, ReadRange, o => o.ServiceClusterIpRange?.ToString() ?? "none", (o, v) => o with { ServiceClusterIpRange = v }),
        Key.Class(
            "admission-control",
            "admission plug-ins, in this order; PersistentVolumeLabel and the tokens of ServiceAccount are not simulated",
            Forms.ListOf(Plugins.Keys), ReadPlugins, o => string.Join(
                ',', o.AdmissionControl ?? KubernetesVersions.Default.AdmissionPlugins), (o, v) => o with { AdmissionControl = v }),
    ])
    { Program = "kube-apiserver" };

    private static AddressRange? ReadRange(SourceCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        if (AddressRange.Parse(text) is { Prefix: >= LargestRange and <= SmallestRange } range) return range;
        cursor.Error(
            $"found '{Wording.Shortened(text)}'; allowed is an IPv4 network of /{LargestRange} to /{SmallestRange}, as 10.1.0.0/16");
        return null;
    }

    private static IReadOnlyList<AdmissionPlugin>? ReadPlugins(SourceCursor cursor)
    {
        AdmissionPlugin[] plugins = [.. cursor.Items().Select(item => item.OneOf(Plugins)).OfType<AdmissionPlugin>()];
        if (plugins.Distinct().Count() == plugins.Length) return plugins;
        cursor.Error("a plug-in comes twice; allowed is each at most once");
        return null;
    }
}
