using Simulator.Reports.Measures;
using Simulator.Reports.RunSets;
using Simulator.Studies.Farm;
using Simulator.Studies.Files;
using Simulator.World.Specification;

namespace Simulator.Studies.Planning.Search;

/// <summary>
/// Says whether rungs hold: whether every run of them, whatever is lost and with every seed, meets all objectives. Nothing is run twice,
/// and nothing more after the first miss; what is run, and in which order, does not depend on how many run at once.
/// </summary>
/// <param name="run">Makes runs, or knows them; fewer than were asked for if it was interrupted.</param>
/// <param name="lossesOf">What is lost in the runs of a rung.</param>
/// <param name="seed">The first.</param>
public sealed class Judge(
    Func<IReadOnlyList<RunTask>, CancellationToken, IReadOnlyList<RunRow>> run, Func<Rung, IReadOnlyList<LostPlace>> lossesOf,
    IReadOnlyList<Expectation> objectives, ulong seed)
{
    /// <summary>Runs that are begun together before the first is looked at; twice as many each time after.</summary>
    private const int FirstWave = 2;

    private readonly Dictionary<string, List<Judgement>> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _misses = new(StringComparer.Ordinal);

    /// <summary>Told each verdict, with the runs that it took.</summary>
    public Action<RungVerdict> Told { get; init; } = _ => { };

    public IReadOnlyList<Expectation> Objectives => objectives;

    public ulong FirstSeed => seed;

    /// <summary>The runs of all rungs so far.</summary>
    public IEnumerable<Judgement> All => _known.Values.SelectMany(judgements => judgements);

    /// <summary>Those of one, by what is lost and by seed.</summary>
    public IReadOnlyList<Judgement> Of(Rung rung) => _known.GetValueOrDefault(rung.Key) ?? [];

    /// <summary>What a rung was run with that has a miss, the first by what is lost and by seed; null: nothing so far.</summary>
    public Judgement? FirstMiss(Rung rung)
    {
        var titles = lossesOf(rung).Select(lost => lost.Title).ToList();
        return Of(rung).Where(judgement => !judgement.Holds).OrderBy(judgement => titles.IndexOf(judgement.Lost.Title))
            .ThenBy(judgement => unchecked(judgement.Seed - seed)).FirstOrDefault();
    }

    /// <param name="seeds">How many.</param>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public bool Holds(Rung rung, int seeds, CancellationToken stop)
    {
        var (made, wave) = (0, FirstWave);
        var open = new Queue<(LostPlace Lost, ulong Seed)>(CasesOf(rung, seeds));
        while (open.Count > 0 && FirstMiss(rung) is null)
        {
            var next = Enumerable.Range(0, Math.Min(wave, open.Count)).Select(_ => open.Dequeue()).ToList();
            Take(rung, next, stop);
            made += next.Count;
            wave *= 2;
        }

        var miss = FirstMiss(rung);
        Told(new RungVerdict(rung, seeds, made, miss));
        return miss is null;
    }

    /// <summary>Those that are not known yet: seed after seed, and what has broken most comes first.</summary>
    private IEnumerable<(LostPlace Lost, ulong Seed)> CasesOf(Rung rung, int seeds)
    {
        var known = Of(rung).Select(judgement => (judgement.Lost.Title, judgement.Seed)).ToHashSet();
        var losses = lossesOf(rung).OrderByDescending(lost => _misses.GetValueOrDefault(lost.Title)).ToList();
        return RunTask.Seeds(seed, seeds).SelectMany(number => losses.Select(lost => (lost, number)))
            .Where(entry => !known.Contains((entry.lost.Title, entry.number)));
    }

    private void Take(Rung rung, IReadOnlyList<(LostPlace Lost, ulong Seed)> cases, CancellationToken stop)
    {
        var rows = run([.. cases.Select(entry => new RunTask([.. rung.Settings, .. entry.Lost.Settings], entry.Seed))], stop);
        if (rows.Count < cases.Count) throw new OperationCanceledException(stop);
        if (!_known.TryGetValue(rung.Key, out var known)) _known.Add(rung.Key, known = []);
        foreach (var ((lost, number), row) in cases.Zip(rows))
        {
            var judgement = new Judgement(rung, lost, number, Expectations.Evaluate(objectives, row.Measures));
            if (!judgement.Holds) _misses[lost.Title] = _misses.GetValueOrDefault(lost.Title) + 1;
            known.Add(judgement);
        }
    }
}

/// <param name="Seeds">With which it was looked at.</param>
/// <param name="Runs">That were made for it now.</param>
/// <param name="Miss">Null: it holds.</param>
public sealed record RungVerdict(Rung Rung, int Seeds, int Runs, Judgement? Miss);
