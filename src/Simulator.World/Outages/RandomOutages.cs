using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>Lets the places of a scope fail and return, each on its own, for as long as the run lasts.</summary>
internal sealed class RandomOutages(
    Simulation simulation, OutageDirector director, OutageSite site, RandomOutageSpec drawn, RandomStream stream)
{
    private readonly Dictionary<string, TimeSpan> _due = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private IReadOnlyList<string> _places = [];
    private TimeSpan _end;

    /// <summary>A place whose first failure lies beyond the end costs no event.</summary>
    public void Schedule(TimeSpan end)
    {
        _end = end;
        _places = site.Targets.Places(drawn.Per);
        foreach (var place in _places) ScheduleNext(place);
    }

    private void ScheduleNext(string place)
    {
        var at = simulation.Now + drawn.Between.Sample(stream);
        if (at >= _end) return;
        _due[place] = at;
        simulation.ScheduleAt(at, () => FailWhenDue(place));
    }

    /// <summary>A place that failed in a burst meanwhile has another date.</summary>
    private void FailWhenDue(string place)
    {
        if (_due[place] == simulation.Now) Fail(place);
    }

    private void Fail(string place)
    {
        if (!_failed.Add(place)) return;
        var outage = new OutageSpec
        {
            Kind = drawn.Kind,
            At = simulation.Now,
            For = new Constant(drawn.Lasts.Sample(stream)),
            Cluster = site.Cluster,
            Where = new Place(drawn.Per, place),
            Share = drawn.Share,
            Factor = drawn.Factor,
        };
        director.Begin(outage, stream, () => Return(place));
        if (stream.NextDouble() < drawn.Burst) FailAnother();
    }

    private void Return(string place)
    {
        _failed.Remove(place);
        ScheduleNext(place);
    }

    /// <summary>Failures come in bursts; the next place of one is any that is not down.</summary>
    private void FailAnother()
    {
        var gap = new Uniform(TimeSpan.Zero, RandomOutageSpec.BurstGap).Sample(stream);
        var other = _places[stream.NextInt(_places.Count)];
        simulation.Schedule(gap, () => Fail(other));
    }
}
