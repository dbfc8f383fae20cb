using Simulator.ControlPlane.Federation;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>The federation of the scenario's clusters: who belongs to it, and its control plane.</summary>
internal static class FederationShape
{
    private static readonly KeysOf<FederationDraft> Key = new();

    private static readonly KeysOf<DnsDraft> DnsKey = new();

    private static readonly Dictionary<string, FederationMode> Modes = new()
    {
        ["measured"] = FederationMode.Measured,
        ["as-documented"] = FederationMode.AsDocumented,
    };

    private static readonly Shape<DnsDraft> Dns = new("dns", new DnsDraft(new(), new()),
    [
        DnsKey.Distribution(
            "latency", "time of each call to the DNS provider; a sync of one name makes three or four, one after the other",
            d => d.Provider.Latency, (d, v) => d with { Provider = d.Provider with { Latency = v } }),
        DnsKey.Duration(
            "ttl", "how long resolvers and users may keep an answer", d => d.Manager.RecordTtl,
            (d, v) => d with { Manager = d.Manager with { RecordTtl = v } }),
    ]);

    public static Shape<FederationDraft> Value { get; } = new("federation", new FederationDraft(),
    [
        Key.Class(
            "name", "a part of its DNS names, and the flag federation-name", Forms.Text, cursor => cursor.ObjectName(), f => f.Name,
            (f, v) => f with { Name = v }),
        Key.Class(
            "domain", "the managed zone that its DNS names end in, and the flag zone-name", Forms.Text, cursor => cursor.DomainName(),
            f => f.Domain, (f, v) => f with { Domain = v }),
        Key.Class(
            "members", "clusters that belong to it at the start; all without this key", Forms.Texts with { Words = "list of clusters" },
            cursor => cursor.Items(), null, (f, v) => f with { Members = v }),
        Key.Text(
            "home", "the cluster in which its control plane runs, and with which it is lost; a place of its own without this key",
            f => f.Home, (f, v) => f with { Home = v }),
        Key.Choice(
            "mode",
            "measured: as 1.3.10 does it, a cluster that cannot be reached stays in DNS; as-documented: it leaves DNS after the health "
                + "check, as was announced",
            Modes, f => f.Mode, (f, v) => f with { Mode = v }),
        Key.Group(
            "controller-manager", "flags of federation-controller-manager", FederationManagerShape.Value, f => f.ControllerManager,
            (f, v) => f with { ControllerManager = v }),
        Key.Group(
            "dns", "the DNS provider and its records", Dns, f => new DnsDraft(f.Dns, f.ControllerManager),
            (f, v) => f with { Dns = v.Provider, ControllerManager = v.Manager }),
        Key.List(
            "workloads", "its own objects: Services, ReplicaSets (as 1.4 has them), Clusters", WorkloadShape.Value,
            (f, v) => f with { Workloads = v }),
    ]);

    private sealed record DnsDraft(DnsProviderOptions Provider, FederationOptions Manager);
}
