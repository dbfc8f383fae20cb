using Simulator.Engine;
using Simulator.World.Network;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Stateful;

namespace Simulator.Tests.World.Stateful;

/// <summary>Members zk-0, zk-1, ... of one group, each on a disk of its own, started and stopped by hand.</summary>
internal sealed class Ensemble : IObserver
{
    private readonly Simulation _simulation = new();
    private readonly Dictionary<string, int> _lives = [];

    public Ensemble(StateSpec spec, int wanted)
    {
        var setting = new StateSetting(_simulation, new ObservationLog(_simulation, "east", [this]), Network, new RandomStream(1));
        Group = new StateGroup("default/zk", spec, setting) { Wanted = wanted };
        Wanted = wanted;
    }

    public StateGroup Group { get; }

    public ClusterNetwork Network { get; } = new();

    public List<Observation> Facts { get; } = [];

    public int Wanted { get; }

    /// <summary>Pods that have been let serve, in order.</summary>
    public List<string> Listening { get; } = [];

    public static string Pod(int ordinal) => $"default/zk-{ordinal}";

    public static DataPlace Disk(int ordinal) => new($"disk {ordinal}", DataPlaceKind.Volume);

    public void Observe(in Observation observation) => Facts.Add(observation);

    public Ensemble Start(int ordinal, string zone = "a", DataPlace? place = null)
    {
        var life = _lives[Pod(ordinal)] = _lives.GetValueOrDefault(Pod(ordinal)) + 1;
        Group.Join(Pod(ordinal), ordinal, $"{life}", zone, place ?? Disk(ordinal), () => Listening.Add(Pod(ordinal)));
        return this;
    }

    /// <summary>All members, in zones a, b, c, a, ...</summary>
    public Ensemble StartAll()
    {
        for (var i = 0; i < Wanted; i++) Start(i, ZoneOf(i));
        return Run(0);
    }

    public static string ZoneOf(int ordinal) => $"{"abc"[ordinal % 3]}";

    public Ensemble Stop(params ReadOnlySpan<int> ordinals)
    {
        foreach (var ordinal in ordinals) Group.Leave(Pod(ordinal), $"{_lives[Pod(ordinal)]}");
        return this;
    }

    public Ensemble DestroyDisk(params ReadOnlySpan<int> ordinals)
    {
        foreach (var ordinal in ordinals) Group.Destroy(Disk(ordinal).Name);
        return this;
    }

    public Ensemble Cut(string zone, string other)
    {
        Network.Cut(zone, other);
        Group.OnNetworkChanged();
        return this;
    }

    public Ensemble Mend(string zone, string other)
    {
        Network.Mend(zone, other);
        Group.OnNetworkChanged();
        return this;
    }

    public Ensemble Run(double seconds)
    {
        _simulation.Run(_simulation.Now + TimeSpan.FromSeconds(seconds));
        return this;
    }

    public MemberState StateOf(int ordinal) => Group.StateOf(Pod(ordinal));

    /// <summary>The states told since the start: "SECONDS STATE REFUSED MISSING".</summary>
    public IEnumerable<string> States =>
        Of(ObservationKind.StateChanged).Select(fact => $"{fact.At.TotalSeconds} {fact.Other} {fact.Value / 1000.0} {fact.Extra / 1000.0}");

    public IEnumerable<string> Losses => Of(ObservationKind.DataLost).Select(fact => $"{fact.At.TotalSeconds} {fact.Other} {fact.Value}");

    public IEnumerable<string> Primaries => Of(ObservationKind.PrimaryChanged).Select(fact => $"{fact.At.TotalSeconds} {fact.Other}");

    public IEnumerable<string> Of(int ordinal) =>
        Of(ObservationKind.MemberChanged)
            .Where(fact => fact.Subject == Pod(ordinal))
            .Select(fact => $"{fact.At.TotalSeconds} {fact.Other} {fact.Value}");

    private IEnumerable<Observation> Of(ObservationKind kind) => Facts.Where(fact => fact.Kind == kind);
}
