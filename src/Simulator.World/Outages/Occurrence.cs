using Simulator.World.Nodes;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>One beginning of a trouble: what it has struck and what of it is still going on.</summary>
internal sealed class Occurrence(ObservationLog log, OutageSpec spec, int number)
{
    private int _open;

    public OutageSpec Spec => spec;

    /// <summary>Called once everything that was struck is relieved.</summary>
    public Action? Ended { get; init; }

    /// <summary>Null: nobody can end it by hand.</summary>
    public StandingTrouble? Standing { get; init; }

    public void Begin() => log.Write(ObservationKind.OutageStarted, spec.Target, spec.Kind.ToString(), number);

    /// <summary>So many things will be struck.</summary>
    public void Expect(int strikes) => _open += strikes;

    public void End(int strikes = 1)
    {
        _open -= strikes;
        if (_open > 0) return;
        log.Write(ObservationKind.OutageEnded, spec.Target, spec.Kind.ToString(), number);
        Ended?.Invoke();
    }

    /// <summary>Ground truth, told before the machine stops.</summary>
    public void TellDown(SimulatedNode node) => log.Write(ObservationKind.NodeWentDown, node.Name, spec.Kind.ToString(), number);
}
