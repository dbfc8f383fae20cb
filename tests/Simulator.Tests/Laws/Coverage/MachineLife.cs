using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Tests.Laws.Coverage;

/// <summary>
/// Whether machines of a run are up, from the end of its first hour on: by then nobody knows that all were up at its start.
/// </summary>
internal sealed class MachineLife(TimeSpan from, TimeSpan end) : IObserver
{
    private readonly Dictionary<string, TimeSpan> _down = [];
    private int _machines;
    private TimeSpan _lost;

    public double Availability =>
        1 - ((_lost + _down.Values.Select(Since).Aggregate(TimeSpan.Zero, (a, b) => a + b)) / ((end - from) * _machines));

    public int UpAtEnd => _machines - _down.Count;

    public static MachineLife Of(Scenario scenario)
    {
        var life = new MachineLife(TimeSpan.FromHours(1), scenario.Duration);
        var run = new ScenarioRun(scenario, life);
        run.Start();
        while (run.Advance(scenario.Duration)) { }
        return life;
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.NodeAdded) _machines++;
        else if (observation.Kind == ObservationKind.NodeWentDown) _down[observation.Subject] = observation.At;
        else if (observation.Kind == ObservationKind.NodeCameBack && _down.Remove(observation.Subject, out var down))
        {
            if (observation.At > from) _lost += observation.At - (down > from ? down : from);
        }
    }

    private TimeSpan Since(TimeSpan down) => end - (down > from ? down : from);
}
