namespace Simulator.Reports.Measures;

/// <param name="From">Since the start of the run.</param>
/// <param name="To">Null: it lasted to the end of the run.</param>
/// <param name="Worst">The deepest share, from 0 to 1, that was seen meanwhile.</param>
public readonly record struct Spell(TimeSpan From, TimeSpan? To, double Worst);

/// <summary>The times during which something was wrong, told from its state moment by moment.</summary>
internal sealed class Spells
{
    /// <summary>What stops for a shorter time goes on.</summary>
    private static readonly TimeSpan GapMin = TimeSpan.FromSeconds(1);

    private readonly List<Spell> _all = [];
    private bool _isOpen;

    /// <summary>In their order, a second apart at least.</summary>
    public IReadOnlyList<Spell> All => _all;

    /// <param name="since">When the state as it is now came to be.</param>
    /// <param name="share">How wrong it is, from 0 to 1.</param>
    public void Note(TimeSpan since, double share)
    {
        if (_isOpen && share <= _all[^1].Worst) return;
        if (_isOpen || Resumes(since)) _all[^1] = new Spell(_all[^1].From, null, Math.Max(share, _all[^1].Worst));
        else _all.Add(new Spell(since, null, share));
        _isOpen = true;
    }

    public void End(TimeSpan since)
    {
        if (!_isOpen) return;
        _all[^1] = _all[^1] with { To = since };
        _isOpen = false;
    }

    private bool Resumes(TimeSpan since) => _all.Count > 0 && since - _all[^1].To < GapMin;
}
