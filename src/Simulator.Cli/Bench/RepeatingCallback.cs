using Simulator.Engine;

namespace Simulator.Cli.Bench;

internal sealed class RepeatingCallback(Simulation simulation) : ICallback
{
    private readonly Delays _delays = new();

    public void Schedule() => simulation.Schedule(_delays.Next(), this);

    public void Invoke(long payload) => Schedule();
}
