namespace Simulator.Studies.Planning.Search;

/// <summary>
/// Searches the cheapest rung that holds. First each ladder is searched with one seed, then the cheapest that is left is held against all
/// seeds, and climbs where it misses. Each step takes for granted that what is worth more holds as well; the answer's neighbours are
/// looked at whether that is so.
/// </summary>
public sealed class LadderSearch(IReadOnlyList<Ladder> ladders, Judge judge, int seeds, CancellationToken stop)
{
    private const int ScreeningSeeds = 1;

    /// <summary>Rungs beyond the answer, to both sides, that are looked at again.</summary>
    private const int Neighbours = 2;

    private const int NeighbourSeeds = 3;

    /// <summary>The lowest rung of each ladder that is not known to miss.</summary>
    private readonly int[] _next = new int[ladders.Count];

    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public SearchResult Run()
    {
        Screen();
        return Best() ?? (Sample() ? Best() : null) ?? new SearchResult(ladders, null, -1, []);
    }

    private SearchResult? Best()
    {
        while (Cheapest() is { } ladder)
        {
            if (!judge.Holds(RungOf(ladder), seeds, stop)) Climb(ladder);
            else if (MissAbove(ladder) is not { } miss) return Found(ladder);
            else _next[ladder] = miss + 1;
        }

        return null;
    }

    private Rung RungOf(int ladder) => ladders[ladder].Rungs[_next[ladder]];

    /// <summary>Null: all rungs of all ladders miss.</summary>
    private int? Cheapest()
    {
        var open = Enumerable.Range(0, ladders.Count).Where(ladder => _next[ladder] < ladders[ladder].Rungs.Count).ToList();
        return open.Count == 0 ? null : open.MinBy(ladder => RungOf(ladder).Cost);
    }

    /// <summary>A ladder is not searched where it costs more than what another is known to hold at.</summary>
    private void Screen()
    {
        var best = double.PositiveInfinity;
        for (var i = 0; i < ladders.Count; i++)
        {
            var rungs = ladders[i].Rungs;
            var last = rungs.Count(rung => rung.Cost < best) - 1;
            if (last < 0) continue;
            _next[i] = judge.Holds(rungs[last], ScreeningSeeds, stop) ? Lowest(rungs, -1, last, ScreeningSeeds) : last + 1;
            if (_next[i] <= last) best = rungs[_next[i]].Cost;
        }
    }

    /// <summary>By bisection.</summary>
    private int Lowest(IReadOnlyList<Rung> rungs, int misses, int holds, int with)
    {
        while (holds - misses > 1)
        {
            var middle = misses + ((holds - misses) / 2);
            if (judge.Holds(rungs[middle], with, stop)) holds = middle;
            else misses = middle;
        }

        return holds;
    }

    /// <summary>In growing steps to a rung that holds with all seeds, then back by bisection.</summary>
    private void Climb(int ladder)
    {
        var rungs = ladders[ladder].Rungs;
        var (misses, step) = (_next[ladder], 1);
        while (misses + 1 < rungs.Count)
        {
            var next = Math.Min(misses + step, rungs.Count - 1);
            if (judge.Holds(rungs[next], seeds, stop))
            {
                _next[ladder] = Lowest(rungs, misses, next, seeds);
                return;
            }

            (misses, step) = (next, step * 2);
        }

        _next[ladder] = rungs.Count;
    }

    /// <summary>A rung that holds by luck is no answer: those above it hold as well, or the search goes on above them.</summary>
    private int? MissAbove(int ladder)
    {
        var rungs = ladders[ladder].Rungs;
        for (var above = 1; above <= Neighbours && _next[ladder] + above < rungs.Count; above++)
        {
            if (!judge.Holds(rungs[_next[ladder] + above], Math.Min(seeds, NeighbourSeeds), stop)) return _next[ladder] + above;
        }

        return null;
    }

    /// <summary>The rung below misses, or there is none; those below that are looked at, too.</summary>
    private SearchResult Found(int ladder)
    {
        var (rungs, answer) = (ladders[ladder].Rungs, _next[ladder]);
        var odd = new List<Rung>();
        for (var below = answer - 1; below >= Math.Max(0, answer - 1 - Neighbours); below--)
        {
            if (judge.Holds(rungs[below], seeds, stop)) odd.Add(rungs[below]);
        }

        return new SearchResult(ladders, ladders[ladder], answer, odd);
    }

    /// <summary>Nothing holds where most is: then it is told of all of the range, not of its end alone.</summary>
    /// <returns>Something holds all the same: the search goes on there.</returns>
    private bool Sample()
    {
        var found = false;
        for (var ladder = 0; ladder < ladders.Count; ladder++)
        {
            var rungs = ladders[ladder].Rungs;
            IEnumerable<int> sample = [0, rungs.Count / 4, rungs.Count / 2, rungs.Count * 3 / 4];
            var holds = sample.Distinct().Where(index => judge.Holds(rungs[index], ScreeningSeeds, stop)).ToList();
            if (holds.Count == 0) continue;
            (_next[ladder], found) = (holds[0], true);
        }

        return found;
    }
}

/// <summary>What a search came to.</summary>
/// <param name="Ladder">The one with the answer; null: no rung of any ladder holds.</param>
/// <param name="Index">Of the answer in it.</param>
/// <param name="Odd">Rungs below the answer that hold, although one between misses.</param>
public sealed record SearchResult(IReadOnlyList<Ladder> Ladders, Ladder? Ladder, int Index, IReadOnlyList<Rung> Odd)
{
    public Rung? Answer => Ladder?.Rungs[Index];

    /// <summary>The rung below the answer; null: there is none, or no answer.</summary>
    public Rung? Below => Ladder is not null && Index > 0 ? Ladder.Rungs[Index - 1] : null;
}
