using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds outages against the clusters that they strike.</summary>
internal sealed class OutageAssembly(IReadOnlyList<ClusterSpec> clusters, TimeSpan duration, PodNames pods)
{
    private readonly OutageTargetCheck _targets = new(pods);

    private readonly ClusterChoice _choice = new(clusters);

    /// <summary>Those that have a load balancer to lose; null: operations may make more.</summary>
    public IReadOnlyList<ObjectKey>? Services { get; init; }

    /// <summary>What troubles of federations are held against.</summary>
    public required FederationOutageAssembly Federation { get; init; }

    public IReadOnlyList<OutageSpec> Assemble(IReadOnlyList<Placed<OutageSpec>> outages) => [.. outages.SelectMany(Assemble)];

    /// <summary>An outage of a region becomes one of each of its clusters.</summary>
    private IEnumerable<OutageSpec> Assemble(Placed<OutageSpec> placed)
    {
        var (outage, fields) = (OfProgram(placed), placed.Fields);
        CheckTime(outage, fields);
        CheckParameters(outage, fields);
        if (outage.IsOld && outage.Kind != OutageKind.PowerLoss)
        {
            fields.ErrorAt("at", $"{OutageKinds.Of(outage.Kind).Name} cannot have begun long before the run; allowed with power-loss");
        }
        if (OutageKinds.Of(outage.Kind).Reach is OutageReach.TwoRegions or OutageReach.Federation)
        {
            return Federation.Assemble(outage, fields);
        }
        if (outage.Where is { Scope: PlaceScope.Region } region) return InRegion(outage, region, fields);
        if (_choice.Of(outage.Cluster, fields) is not { } cluster) return [];
        _targets.Check(outage, fields, cluster);
        CheckService(outage, fields);
        if (outage.IsOld) CheckOld(outage, fields, cluster);
        return [InPair(outage, fields) with { Cluster = cluster.Name }];
    }

    private void CheckService(OutageSpec outage, FieldReader fields)
    {
        if (outage.Service.Length == 0 || Services is null) return;
        List<string> names = [.. Services.Select(service => service.ToString())];
        if (names.Contains(outage.Service)) return;
        fields.ErrorAt(
            "service",
            $"no service '{Wording.Shortened(outage.Service)}'{Wording.DidYouMean(outage.Service, names)}; "
                + (names.Count == 0 ? "there is none" : $"the services are {Wording.Listed(names)}"));
    }

    private void CheckTime(OutageSpec outage, FieldReader fields)
    {
        if (!outage.IsByHand && duration > TimeSpan.Zero && outage.At >= duration)
        {
            fields.ErrorAt("at", $"{GoDuration.Format(outage.At)} is not before the end of the run ({GoDuration.Format(duration)})");
        }
    }

    /// <summary>Keys that this kind of trouble does not look at.</summary>
    private static void CheckParameters(OutageSpec outage, FieldReader fields)
    {
        var facts = OutageKinds.Of(outage.Kind);
        if (outage.Kind == OutageKind.Reboot && fields.Has("for"))
        {
            fields.ErrorAt("for", "a reboot takes as long as a boot (calibration.bootDuration); allowed is a power-loss with a duration");
        }
        else if (facts.EndsByItself && outage.Kind != OutageKind.Maintenance) Refuse("for", $"{facts.Name} has no duration");
        if (!facts.HasFactor)
        {
            Refuse(
                "factor",
                $"{facts.Name} slows nothing down; allowed with "
                    + $"{Wording.Listed(OutageKinds.All.Where(kind => kind.HasFactor).Select(kind => kind.Name))}");
        }
        if (facts.Reach != OutageReach.Machines) Refuse("share", $"{facts.Name} strikes no machines");
        if (facts.Reach != OutageReach.Machines || outage.Kind == OutageKind.Maintenance)
        {
            Refuse("rolling", $"allowed with kinds that strike machines all at once; {facts.Name} does not");
        }
        if (outage.Kind != OutageKind.Maintenance) Refuse("atOnce", "allowed with maintenance");
        if (outage.Kind != OutageKind.Maintenance) Refuse("settle", "allowed with maintenance");
        if (outage.Kind is not (OutageKind.Freeze or OutageKind.ProgramFreeze)) Refuse("program", "allowed with freeze");
        if (outage.Kind != OutageKind.BalancerLost) Refuse("service", "allowed with load-balancer-lost");
        if (outage.Kind != OutageKind.RegionPartition) Refuse("regions", "allowed with region-partition");
        if (outage.Kind != OutageKind.RegionPartition) Refuse("oneWay", "allowed with region-partition");
        if (outage.Kind != OutageKind.SlowNode) Refuse("heartbeatDelay", "allowed with slow-node");
        if (facts.Reach != OutageReach.Instances)
        {
            var kinds = OutageKinds.All.Where(kind => kind.Reach == OutageReach.Instances)
                .OrderBy(kind => kind.Kind == OutageKind.ProgramFreeze)
                .Select(kind => kind.Kind == OutageKind.ProgramFreeze ? "freeze of a program" : kind.Name);
            Refuse("instance", $"allowed with {Wording.Listed(kinds)}");
        }

        void Refuse(string key, string sentence)
        {
            if (fields.Has(key)) fields.ErrorAt(key, sentence);
        }
    }

    private IEnumerable<OutageSpec> InRegion(OutageSpec outage, Place region, FieldReader fields)
    {
        OutageTargetCheck.CheckKeys(fields, OutageKinds.Of(outage.Kind));
        if (outage.IsOld)
        {
            fields.ErrorAt("at", "a region cannot be down from the start, its control plane with it; allowed are other machines");
        }
        var inside = clusters.Where(cluster => cluster.Region == region.Names[0]
            && (outage.Cluster.Length == 0 || cluster.Name == outage.Cluster)).ToList();
        if (inside.Count == 0)
        {
            fields.ErrorAt(
                "region",
                $"no cluster lies in '{Wording.Shortened(region.Names[0])}'; the regions are "
                    + $"{Wording.Listed(clusters.Select(cluster => cluster.Region).Distinct())}");
        }
        return inside.Select(cluster => outage with { Cluster = cluster.Name });
    }

    /// <summary>A freeze of a program strikes no machines.</summary>
    private static OutageSpec OfProgram(Placed<OutageSpec> placed) =>
        placed.Value.Kind == OutageKind.Freeze && placed.Fields.Has("program")
            ? placed.Value with { Kind = OutageKind.ProgramFreeze }
            : placed.Value;

    /// <summary>A partition is between two zones, not in them.</summary>
    private static OutageSpec InPair(OutageSpec outage, FieldReader fields)
    {
        if (OutageKinds.Of(outage.Kind).Reach != OutageReach.TwoZones
            || outage.Where is not { Scope: PlaceScope.Zone } place
            || !fields.Has("zones"))
        {
            return outage;
        }
        var zones = place.Names;
        if (zones.Count != 2)
        {
            fields.ErrorAt("zones", $"{zones.Count} {(zones.Count == 1 ? "zone" : "zones")}; allowed are two different zones");
        }
        return outage with { Where = null, Zones = new ZonePair(zones[0], zones[^1]) };
    }

    /// <summary>Nobody has stood for election, or written anything, since then.</summary>
    private static void CheckOld(OutageSpec outage, FieldReader fields, ClusterSpec cluster)
    {
        foreach (var key in (string[])["rolling", "repeat", "podNode"])
        {
            if (fields.Has(key)) fields.ErrorAt(key, "means nothing for machines that are down from the start");
        }

        if (outage.Where is { Scope: PlaceScope.Zone } place
            && outage.Share == 1
            && cluster.Masters.Zones.FirstOrDefault(place.Names.Contains) is { } zone)
        {
            fields.ErrorAt("at", $"a master of cluster '{cluster.Name}' stands in zone '{zone}'; allowed are machines without masters");
        }
    }
}
