using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Admission;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Whether what an outage strikes is there, and whether its kind can strike it.</summary>
internal sealed class OutageTargetCheck(PodNames pods)
{
    /// <summary>Kinds that strike machines want exactly one target, a partition two zones, the others nothing.</summary>
    public static void CheckKeys(FieldReader fields, OutageKindFacts facts)
    {
        IReadOnlyList<string> wanted = facts.Reach switch
        {
            OutageReach.Machines => OutageShape.MachineKeys,
            OutageReach.TwoZones => ["zones"],
            _ => Narrowing(facts.Kind),
        };
        var what = facts.Kind == OutageKind.ProgramFreeze ? "freeze of a program" : facts.Name;
        var given = OutageShape.MachineKeys.Where(fields.Has).ToList();
        foreach (var key in given.Except(wanted))
        {
            fields.ErrorAt(
                key,
                $"{what} strikes "
                    + $"{(wanted.Count == 0 ? "no place; allowed is none" : $"{Wording.Listed(wanted)}; allowed is one of these")}");
        }
        var fitting = given.Intersect(wanted).ToList();
        if (fitting.Count > 1) fields.ErrorAt(fitting[1], $"allowed is exactly one of {Wording.Listed(wanted)}");
        else if (fitting.Count == 0 && given.Count == 0 && wanted.Count > Narrowing(facts.Kind).Count && fields.Has("kind"))
        {
            fields.Error(
                $"has none of {Wording.Listed(facts.Kind == OutageKind.Freeze ? [.. wanted, "program"] : wanted)}; allowed is exactly one");
        }
    }

    /// <summary>What may be named, and need not be: without it the whole cluster is concerned.</summary>
    private static IReadOnlyList<string> Narrowing(OutageKind kind) => kind == OutageKind.OutOfStock ? ["nodePool", "zone"] : [];

    public void Check(OutageSpec outage, FieldReader fields, ClusterSpec cluster)
    {
        CheckKeys(fields, OutageKinds.Of(outage.Kind));
        CheckInstance(outage, fields, cluster);
        if (cluster.Zones.Count > 0 && outage.Where is { } place) CheckPlace(fields, place, cluster);
    }

    /// <summary>Each name of a place, at its own position.</summary>
    public static void CheckNames(SourceCursor cursor, string what, IReadOnlyList<string> found, IEnumerable<string> known)
    {
        IReadOnlyList<string> names = [.. known];
        if (names.Count == 0) return;
        var items = cursor.Node is SourceSequence ? cursor.Items() : [cursor];
        for (var i = 0; i < Math.Min(found.Count, items.Count); i++)
        {
            if (!names.Contains(found[i]))
            {
                items[i].Error($"no {what} '{Wording.Shortened(found[i])}'{Wording.DidYouMean(found[i], names)}; the first is "
                    + $"{names[0]}, the last {names[^1]}");
            }
        }
    }

    private static void CheckInstance(OutageSpec outage, FieldReader fields, ClusterSpec cluster)
    {
        var isOfAutoscaler = outage is { Kind: OutageKind.ClusterAutoscalerDown } or { Program: "cluster-autoscaler" };
        if (isOfAutoscaler && cluster.Autoscaler is null)
        {
            fields.ErrorAt(fields.Has("program") ? "program" : "kind", $"cluster '{cluster.Name}' has no cluster-autoscaler");
        }

        var count = outage is { Kind: OutageKind.EtcdDown } or { Program: "etcd" } ? cluster.Masters.EtcdMembers
            : isOfAutoscaler && cluster.Autoscaler?.Elects != true ? 1
            : cluster.Masters.Zones.Count;
        if (outage.Instance is { } instance && instance >= count)
        {
            fields.ErrorAt("instance", $"no instance {instance}: cluster '{cluster.Name}' has {count}, counted from 0");
        }
    }

    private void CheckPlace(FieldReader fields, Place place, ClusterSpec cluster)
    {
        if (OutageShape.MachineKeys.FirstOrDefault(fields.Has) is not { } key || fields.Optional(key) is not { } cursor) return;
        if (place.Scope == PlaceScope.NodeOfPod) pods.Check(cursor, place.Names[0], cluster);
        else if (place.Scope == PlaceScope.Zone) CheckZones(fields, key, place, cluster);
        else if (place.Scope != PlaceScope.Cluster)
        {
            CheckNames(
                cursor, OutageShape.Places.First(entry => entry.Value == place.Scope).Key, place.Names,
                ClusterPlaces.NamesOf(place.Scope, cluster));
        }
    }

    private static void CheckZones(FieldReader fields, string key, Place place, ClusterSpec cluster)
    {
        foreach (var zone in place.Names.Where(zone => !cluster.Zones.Contains(zone)))
        {
            fields.ErrorAt(
                key, $"no zone '{Wording.Shortened(zone)}' in cluster '{cluster.Name}'; its zones are {Wording.Listed(cluster.Zones)}");
        }
    }
}
