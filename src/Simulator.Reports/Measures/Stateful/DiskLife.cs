namespace Simulator.Reports.Measures.Stateful;

/// <summary>What a run showed of one disk of the cloud.</summary>
public sealed class DiskLife(string cluster, string name)
{
    private readonly List<DiskStay> _stays = [];
    private readonly List<ForcedDetach> _forced = [];

    public string Cluster => cluster;

    public string Name => name;

    /// <summary>"" = can be attached anywhere.</summary>
    public string Zone { get; internal set; } = "";

    /// <summary>"namespace/name" of the claim that has it; "" = pods name it themselves.</summary>
    public string Claim { get; internal set; } = "";

    /// <summary>Where it was attached.</summary>
    public IReadOnlyList<DiskStay> Stays => _stays;

    /// <summary>Detaches that did not wait for the node.</summary>
    public IReadOnlyList<ForcedDetach> Forced => _forced;

    /// <summary>Refusals of the cloud: another machine has it, the node has too many, something else.</summary>
    public int RefusedByOther { get; internal set; }

    public int RefusedByCount { get; internal set; }

    public int RefusedElse { get; internal set; }

    public int Refusals => RefusedByOther + RefusedByCount + RefusedElse;

    internal void Attach(TimeSpan at, string node) => _stays.Add(new DiskStay(node, at, null));

    internal void Detach(TimeSpan at, string node)
    {
        var open = _stays.FindLastIndex(stay => stay.Node == node && stay.To is null);
        if (open >= 0) _stays[open] = _stays[open] with { To = at };
    }

    internal void Force(ForcedDetach detach) => _forced.Add(detach);
}

/// <param name="To">Null: it was there when the run ended.</param>
public sealed record DiskStay(string Node, TimeSpan From, TimeSpan? To);

public sealed record ForcedDetach(TimeSpan At, string Node, TimeSpan Waited);
