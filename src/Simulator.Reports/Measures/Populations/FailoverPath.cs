namespace Simulator.Reports.Measures.Populations;

/// <summary>How a population came to be served again after an outage: moments, and what it waited for in between.</summary>
/// <param name="StartedAt">Of the outage.</param>
/// <param name="FirstServedAt">The first of those who had lost their service are answered again; null: never.</param>
/// <param name="ServedAt">99 % of the population are answered, or as many as before; null: never.</param>
/// <param name="Phases">From the outage on, one after the other; they add up to the whole.</param>
public sealed record FailoverPath(
    TimeSpan StartedAt, TimeSpan? FirstServedAt, TimeSpan? ServedAt, IReadOnlyList<FailoverPhase> Phases)
{
    /// <summary>Share of the requests that may fail: 99 % are served.</summary>
    private const double Few = 0.01;

    /// <summary>Seconds: records are removed and added again within less.</summary>
    private const double Blink = 0.5;

    /// <summary>Seconds: who loses no more than all requests of that time has lost nothing worth a story.</summary>
    private const double Little = 1;

    /// <summary>Who is served for so long is served again; a shortage that comes later is another one.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(10);

    /// <param name="noticed">When the federation found that a cluster is not well; null: never.</param>
    /// <returns>Null: the population has not lost its service to the outage.</returns>
    public static FailoverPath? Of(PopulationLife life, TimeSpan outage, TimeSpan? noticed, TimeSpan end)
    {
        List<Piece> pieces = [.. PiecesOf(life, outage, end)];
        var before = life.Pieces.LastOrDefault(piece => piece.From < outage).State.FailingShare;
        var from = pieces.FindIndex(piece => piece.State.FailingShare - before > Few);
        if (from < 0) return null;
        var last = LastOf(pieces, from, before);
        if (pieces[from..(last + 1)].Sum(piece => (piece.State.FailingShare - before) * piece.Seconds) < Little) return null;
        var served = last == pieces.Count - 1 ? (TimeSpan?)null : pieces[last].Until;
        var lost = pieces[from..(last + 1)];
        return new FailoverPath(outage, FirstServed(lost, before, served), served, [.. PhasesOf(life, lost, outage, noticed)]);
    }

    private static IEnumerable<Piece> PiecesOf(PopulationLife life, TimeSpan from, TimeSpan end)
    {
        for (var i = 0; i < life.Pieces.Count; i++)
        {
            var until = i + 1 < life.Pieces.Count ? life.Pieces[i + 1].From : end;
            if (until > from) yield return new Piece(life.Pieces[i].From > from ? life.Pieces[i].From : from, until, life.Pieces[i].State);
        }
    }

    /// <summary>The last piece before a calm.</summary>
    private static int LastOf(List<Piece> pieces, int from, double before)
    {
        var last = from;
        for (var i = from; i < pieces.Count; i++)
        {
            if (pieces[i].From - pieces[last].Until > Calm) break;
            if (pieces[i].Seconds >= Blink && pieces[i].State.FailingShare - before > Few) last = i;
        }

        return last;
    }

    private static TimeSpan? FirstServed(List<Piece> lost, double before, TimeSpan? served)
    {
        var worst = lost.Max(piece => piece.State.FailingShare - before);
        var at = lost.FindIndex(piece => piece.State.FailingShare - before >= worst * (1 - Few));
        return lost.Skip(at).FirstOrDefault(piece => piece.State.FailingShare - before < worst * (1 - Few))?.From ?? served;
    }

    /// <summary>
    /// First the health check and DNS, then the TTL; then caches that hold on and clusters that are not up to it, each until it keeps 1 %
    /// of the users waiting no more: the one that ends first comes first.
    /// </summary>
    private static IEnumerable<FailoverPhase> PhasesOf(PopulationLife life, List<Piece> lost, TimeSpan outage, TimeSpan? noticed)
    {
        var from = Whole(outage);
        foreach (var (cause, end) in EndsOf(life, lost, outage, noticed))
        {
            if (Whole(end) <= from) continue;
            yield return new FailoverPhase(cause, TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(Whole(end)));
            from = Whole(end);
        }
    }

    private static List<(FailoverCause Cause, TimeSpan End)> EndsOf(
        PopulationLife life, List<Piece> lost, TimeSpan outage, TimeSpan? noticed)
    {
        List<(FailoverCause Cause, TimeSpan End)> ends = [];
        var led = End(lost, state => state.FailedCurrent);
        if (led is { } moment)
        {
            if (noticed < moment) ends.Add((FailoverCause.Notice, noticed.Value));
            ends.Add((LeadsWhereItDid(life, outage, moment) ? FailoverCause.Return : FailoverCause.Dns, moment));
        }

        List<(FailoverCause Cause, TimeSpan End)> late = [];
        if (End(lost, state => state.FailedStale) is { } stale)
        {
            var ttl = (led ?? outage) + TtlAt(life, led ?? outage);
            ends.Add((FailoverCause.Ttl, stale < ttl ? stale : ttl));
            late.Add((FailoverCause.StaleCaches, stale));
        }
        if (End(lost, state => state.FailedShort) is { } scarce) late.Add((FailoverCause.Capacity, scarce));
        ends.AddRange(Weighed([.. late.OrderBy(phase => phase.End)], lost, ends.Count > 0 ? ends[^1].End : outage));
        if (ends.Count > 0) ends[^1] = (ends[^1].Cause, lost[^1].Until);
        return ends;
    }

    /// <summary>What ends first is told only if it weighs more, until then, than what goes on.</summary>
    private static IEnumerable<(FailoverCause Cause, TimeSpan End)> Weighed(
        List<(FailoverCause Cause, TimeSpan End)> late, List<Piece> lost, TimeSpan from)
    {
        if (late.Count < 2) return late;
        var pieces = lost.Where(piece => piece.Until > from && piece.From < late[0].End).ToList();
        return Weight(pieces, late[0].Cause) >= Weight(pieces, late[1].Cause) ? late : late.Skip(1);
    }

    private static double Weight(List<Piece> pieces, FailoverCause cause) => pieces.Sum(
        piece => piece.Seconds * (cause == FailoverCause.Capacity ? piece.State.FailedShort : piece.State.FailedStale));

    /// <summary>Nobody was led elsewhere: what did not answer is back.</summary>
    private static bool LeadsWhereItDid(PopulationLife life, TimeSpan outage, TimeSpan at) =>
        life.Answers.LastOrDefault(answer => answer.At <= at).Leads == life.Answers.LastOrDefault(answer => answer.At < outage).Leads;

    private static long Whole(TimeSpan at) => (long)Math.Round(at.TotalSeconds);

    private static TimeSpan? End(List<Piece> lost, Func<PopulationState, long> part) =>
        lost.LastOrDefault(piece => piece.Seconds >= Blink
            && piece.State.Requests > 0
            && part(piece.State) > Few * piece.State.Requests)?.Until;

    /// <summary>How long the answer was kept that was replaced then.</summary>
    private static TimeSpan TtlAt(PopulationLife life, TimeSpan at) => life.Users.Ttl
        ?? life.Answers.Where(answer => answer.At <= at).Select(answer => answer.Ttl).LastOrDefault();

    private sealed record Piece(TimeSpan From, TimeSpan Until, PopulationState State)
    {
        public double Seconds => (Until - From).TotalSeconds;
    }
}

/// <param name="From">Whole seconds, as the end.</param>
public sealed record FailoverPhase(FailoverCause Cause, TimeSpan From, TimeSpan Until)
{
    public double Seconds => (Until - From).TotalSeconds;
}

/// <summary>What users wait for until they are served again, in the order in which it comes.</summary>
public enum FailoverCause
{
    /// <summary>The federation does not know yet.</summary>
    Notice,

    /// <summary>DNS still leads to what does not answer.</summary>
    Dns,

    /// <summary>What DNS leads to answers again, or what answered for DNS does.</summary>
    Return,

    /// <summary>Caches that obey the TTL run out.</summary>
    Ttl,

    /// <summary>Caches keep answers beyond it.</summary>
    StaleCaches,

    /// <summary>Clusters are not up to the requests.</summary>
    Capacity,
}
