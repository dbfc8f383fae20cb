namespace Simulator.Reports.Measures.Stateful;

/// <summary>One workload that keeps data, over a run: when it took writes, how many copies were missing, what was lost.</summary>
/// <remarks>Counted from the first time that it took writes: a start-up refuses nothing, nobody was served yet.</remarks>
/// <param name="name">"namespace/name".</param>
public sealed class StatefulLife(string cluster, string name)
{
    public const string Writable = "Writable";

    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);
    private readonly List<StateSpell> _closed = [];
    private readonly List<CountAt> _inSync = [];
    private readonly List<DataLoss> _losses = [];
    private TimeSpan _since;
    private double _refused;
    private double _missing;
    private long _refusedRate;
    private long _missingCopies;

    public string Cluster => cluster;

    public string Name => name;

    /// <summary>"Writable", "NoQuorum", "NoPrimary" or "SharesMissing", now; "" before it was told.</summary>
    public string Mode { get; private set; } = "";

    /// <summary>The first word on why it took no writes, ever; "" if it always did.</summary>
    public string TroubleMode { get; private set; } = "";

    /// <summary>Null: it never took a write.</summary>
    public TimeSpan? FirstWritableAt { get; private set; }

    /// <summary>Times without writes, after the first time with them.</summary>
    public IReadOnlyList<StateSpell> Closed => _closed;

    /// <summary>Members that have all data, from each change on.</summary>
    public IReadOnlyList<CountAt> InSync => _inSync;

    public IReadOnlyList<DataLoss> Losses => _losses;

    public int Members => _members.Count;

    /// <summary>Another primary than the first took over.</summary>
    public int Promotions { get; private set; }

    private string Primary { get; set; } = "";

    /// <summary>When so many members had all data for the first time; null: they had from the start, or never.</summary>
    public TimeSpan? FirstCompleteAt(int members)
    {
        if (_inSync is [{ At.Ticks: 0 } start, ..] && start.Count >= members) return null;
        foreach (var (at, count) in _inSync)
        {
            if (count >= members) return at;
        }

        return null;
    }

    public double RefusedAt(TimeSpan end) => _refused + (Open(end) * _refusedRate / 1000);

    /// <summary>In copy-seconds: one copy of all data, missing or behind for a second.</summary>
    public double MissingAt(TimeSpan end) => _missing + (Open(end) * _missingCopies / 1000);

    internal void Change(TimeSpan at, string mode, long refusedRate, long missingCopies)
    {
        (_refused, _missing) = (RefusedAt(at), MissingAt(at));
        if (mode == Writable) FirstWritableAt ??= at;
        (_since, _refusedRate, _missingCopies) = (at, refusedRate, missingCopies);
        if (mode != Writable && TroubleMode.Length == 0) TroubleMode = mode;
        if (FirstWritableAt is not null && mode != Mode) Turn(at, mode);
        Mode = mode;
    }

    internal void ChangeMember(TimeSpan at, string pod, string state)
    {
        var difference = (state == "InSync" ? 1 : 0) - (_members.GetValueOrDefault(pod) == "InSync" ? 1 : 0);
        _members[pod] = state;
        if (difference != 0) CountAt.Add(_inSync, at, difference);
    }

    internal void ChangePrimary(string pod)
    {
        if (pod.Length > 0 && Primary.Length > 0 && pod != Primary) Promotions++;
        if (pod.Length > 0) Primary = pod;
    }

    internal void Lose(DataLoss loss) => _losses.Add(loss);

    private double Open(TimeSpan end) => FirstWritableAt is not null ? (end - _since).TotalSeconds : 0;

    /// <summary>From one trouble into another is one time without writes.</summary>
    private void Turn(TimeSpan at, string mode)
    {
        var isOpen = _closed is [.., { To: null }];
        if (mode == Writable && isOpen) _closed[^1] = _closed[^1] with { To = at };
        else if (mode != Writable && !isOpen) _closed.Add(new StateSpell(at, null, mode));
    }
}

/// <param name="To">Null: to the end of the run.</param>
/// <param name="Mode">What it began with.</param>
public sealed record StateSpell(TimeSpan From, TimeSpan? To, string Mode)
{
    public double SecondsAt(TimeSpan end) => ((To ?? end) - From).TotalSeconds;
}

/// <param name="What">In words.</param>
/// <param name="Share">Of all data, from 0 to 1.</param>
/// <param name="Writes">Time whose writes are gone.</param>
public sealed record DataLoss(TimeSpan At, string What, double Share, TimeSpan Writes);
