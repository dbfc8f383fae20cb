using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Fast;
using Xunit;

namespace Simulator.Tests.ControlPlane.Scheduling;

/// <summary>
/// A small cluster in which anything that a scheduler can be told happens, and in which two deciders must stay of one opinion.
/// </summary>
internal sealed class ChurnCluster
{
    private static readonly string[] Namespaces = ["default", "other"];

    private readonly List<Pod> _placed = [];
    private readonly PlainDecider _plain;
    private readonly FastDecider _fast;
    private readonly Func<ulong, string> _nameOf;
    private ulong _selections;

    /// <param name="nameOf">Names of pods, by their number; null: p0, p1 and so on.</param>
    public ChurnCluster(SchedulingAlgorithm algorithm, DecisionOrder? order, FastLimits limits, Func<ulong, string>? nameOf = null)
    {
        _nameOf = nameOf ?? (static number => $"p{number}");
        State = new ClusterState { Order = order };
        (_plain, _fast) = (new PlainDecider(algorithm, State), new FastDecider(algorithm, State, limits));
        for (var i = 0; i < 8; i++) State.Cache.SetNode(Node(i, ""));
    }

    public enum Change
    {
        Place,
        PlaceNew,
        Remove,
        MarkDeleted,
        Relabel,
        SetNode,
        RemoveNode,
        SetService,
        SetController,
        SetReplicaSet,
        RemoveOwner,
        SetVolume,
        SetClaim,
        RemoveStorage,
    }

    public ClusterState State { get; }

    /// <summary>Share of the decisions that the fast decider made itself.</summary>
    public double FastShare => _fast.Work is { } work ? 1 - ((double)work.Plain / Math.Max(1, Decisions)) : 0;

    public int Decisions { get; private set; }

    /// <summary>Where pods went, one after the other; "" = nowhere.</summary>
    public List<string> Hosts { get; } = [];

    public void Apply(Change change, int number)
    {
        var app = "abc"[number % 3].ToString();
        var key = new ObjectKey(Namespaces[number / 7 % 2], $"x{number % 4}");
        switch (change)
        {
            case Change.Place: Place(ChurnTemplates.All[number % ChurnTemplates.All.Count]); break;
            case Change.PlaceNew: Place(ChurnTemplates.Renewed(ChurnTemplates.All[number % ChurnTemplates.All.Count], number)); break;
            case Change.Remove when _placed.Count > 0: Remove(number % _placed.Count); break;
            case Change.MarkDeleted when _placed.Count > 0:
                Update(number % _placed.Count, meta => meta with { DeletionTimestamp = Instant.Start });
                break;
            case Change.Relabel when _placed.Count > 0:
                Update(number % _placed.Count, meta => meta with { Labels = meta.Labels.With("app", app) });
                break;
            case Change.SetNode: State.Cache.SetNode(Node(number % 10, NodeTexts[number / 10 % NodeTexts.Length])); break;
            case Change.RemoveNode: State.Cache.RemoveNode($"n{number % 10}"); break;
            case Change.SetService: State.Set(new Service { Metadata = Meta(key), Selector = PairsOf(number, app) }); break;
            case Change.SetController:
                State.Set(new ReplicationController { Metadata = Meta(key), Selector = PairsOf(number, app) ?? LabelSet.Empty });
                break;
            case Change.SetReplicaSet: State.Set(new ReplicaSet { Metadata = Meta(key), Selector = SelectorOf(number, app) }); break;
            case Change.RemoveOwner: RemoveOwner(number, key); break;
            case Change.SetVolume: State.Set(Volume(number)); break;
            case Change.SetClaim: State.Set(Claim(number, app)); break;
            case Change.RemoveStorage when number % 2 == 0: State.RemoveVolume($"v{number % 5}"); break;
            case Change.RemoveStorage: State.RemoveClaim(new ObjectKey("default", $"claim-{app}")); break;
        }
    }

    private static readonly string[] NodeTexts =
    [
        "", "", "", "ready=Unknown", "taint=k:v:NoSchedule", "taint=k:v:PreferNoSchedule",
        "@pool=p1", "@pool=p2", "@rack=r1", "@rack=", $"@{WellKnownLabels.Region}=east", "pods=3",
    ];

    private static Node Node(int i, string more)
    {
        var words = $"cpu={6 + i} mem=100 {more}";
        if (!more.Contains("pods", StringComparison.Ordinal)) words += " pods=9";
        if (!more.Contains("@rack", StringComparison.Ordinal)) words += $" @rack=r{i / 2}";
        if (i < 6) words += $" zone={i % 3}";
        if (i != 7) words += $" @{WellKnownLabels.Hostname}=h{i}";
        return SmallCluster.Node($"n{i}", words);
    }

    private static ObjectMeta Meta(ObjectKey key) => new() { Name = key.Name, Namespace = key.Namespace };

    private static LabelSet? PairsOf(int number, string app) => (number % 11) switch
    {
        0 => null,
        1 => LabelSet.Empty,
        2 => LabelSet.Of(("app", "not a value!")),
        3 => LabelSet.Of(("app", app), ("tier", "t")),
        4 => LabelSet.Of(("tier", "t")),
        _ => LabelSet.Of(("app", app)),
    };

    private static LabelSelector? SelectorOf(int number, string app) => (number % 11) switch
    {
        0 => null,
        1 => new LabelSelector(),
        2 => new LabelSelector { MatchExpressions = [new SelectorRequirement("app", "Among", [app])] },
        3 => new LabelSelector { MatchExpressions = [new SelectorRequirement("app", "NotIn", [app])] },
        4 => new LabelSelector
        {
            MatchExpressions = [new SelectorRequirement("version", "Exists", [])],
            MatchLabels = LabelSet.Of(("app", app)),
        },
        _ => new LabelSelector { MatchLabels = LabelSet.Of(("app", app)) },
    };

    private static PersistentVolume Volume(int number) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = $"v{number % 5}",
            Labels = number % 3 == 0 ? LabelSet.Empty : LabelSet.Of((WellKnownLabels.Zone, $"{number % 4}")),
        },
        AwsElasticBlockStore = number % 2 == 0 ? new AwsElasticBlockStore($"vol-{number % 7}", false) : null,
        GcePersistentDisk = number % 2 == 1 ? new GcePersistentDisk($"disk-{number % 7}", false) : null,
    };

    private static PersistentVolumeClaim Claim(int number, string app) => new()
    {
        Metadata = new ObjectMeta { Name = $"claim-{app}{(number % 2 == 0 ? "2" : "")}", Namespace = Namespaces[number / 5 % 2] },
        VolumeName = number % 6 == 0 ? "" : $"v{number % 5}",
    };

    private void RemoveOwner(int number, ObjectKey key)
    {
        if (number % 3 == 0) State.RemoveService(key);
        else if (number % 3 == 1) State.RemoveReplicationController(key);
        else State.RemoveReplicaSet(key);
    }

    private void Place(Pod template)
    {
        State.Decisions++;
        Decisions++;
        var plain = _plain.Decide(template, _selections);
        var fast = _fast.Decide(template, _selections);
        Assert.Equal(plain, fast);
        Hosts.Add(plain.Host?.Name ?? "");
        if (plain.Host is not { } host) return;
        var pod = template with
        {
            Metadata = template.Metadata with { Name = _nameOf(_selections++) },
            Spec = template.Spec with { NodeName = host.Name },
        };
        State.Cache.AddPod(pod);
        _placed.Add(pod);
    }

    private void Remove(int index)
    {
        State.Cache.RemovePod(_placed[index].Key);
        _placed.RemoveAt(index);
    }

    private void Update(int index, Func<ObjectMeta, ObjectMeta> change)
    {
        _placed[index] = _placed[index] with { Metadata = change(_placed[index].Metadata) };
        State.Cache.UpdatePod(_placed[index]);
    }
}
