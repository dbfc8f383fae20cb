using Simulator.Reports.Statistics;
using Simulator.World.Observations;

namespace Simulator.Reports.Measures;

/// <summary>
/// Facts of one kind that come by the hundred: each is told while they are few, then only how many there were and until when.
/// </summary>
/// <param name="one">The sentence of one.</param>
/// <param name="many">What follows their number.</param>
internal sealed class Crowd(Func<Observation, RunRecorder, string> one, string many)
{
    /// <summary>Of a thousand disks the first few do not tell more than their number.</summary>
    private const int ToldMax = 5;

    private readonly List<Observation> _first = [];
    private int _count;
    private TimeSpan _last;

    public void Add(in Observation fact)
    {
        if (_first.Count < ToldMax) _first.Add(fact);
        _count++;
        _last = fact.At;
    }

    public IEnumerable<ChronicleRow> RowsOf(RunRecorder run) => _count <= ToldMax
        ? _first.Select(fact => new ChronicleRow(fact.At.TotalSeconds, one(fact, run)))
        : [new ChronicleRow(
            _first[0].At.TotalSeconds, $"{HumanNumber.Count(_count)} {many}, the last at {HumanTime.Clock(_last.TotalSeconds)}")];
}
