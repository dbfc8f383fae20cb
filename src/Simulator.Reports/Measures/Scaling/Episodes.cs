namespace Simulator.Reports.Measures.Scaling;

/// <summary>The times in which something held, by its state after each fact; what lasts no time is none.</summary>
internal sealed class Episodes
{
    private readonly List<Episode> _all = [];
    private bool _holds;

    /// <summary>In their order.</summary>
    public IReadOnlyList<Episode> All => _all;

    /// <param name="pod">Whose change it is; null: no pod's.</param>
    public void Set(TimeSpan at, bool holds, PodLife? pod = null)
    {
        if (holds == _holds) return;
        _holds = holds;
        var last = _all.Count > 0 ? _all[^1] : null;
        if (holds && last?.Until == at) _all[^1] = last with { Until = null, EndedBy = null };
        else if (holds) _all.Add(new Episode(at, null, null));
        else if (last!.From == at) _all.RemoveAt(_all.Count - 1);
        else _all[^1] = last with { Until = at, EndedBy = pod };
    }
}

/// <param name="Until">Null: it lasted to the end of the run.</param>
/// <param name="EndedBy">The pod that ended it; null: something else did.</param>
internal sealed record Episode(TimeSpan From, TimeSpan? Until, PodLife? EndedBy);
