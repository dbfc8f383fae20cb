namespace Simulator.World.Nodes.Machines;

/// <summary>Where a kubelet says that it has something new to say of its node. Nobody listens before the run starts.</summary>
internal sealed class StatusChanges
{
    public event Action<MachineState>? Changed;

    public void Tell(MachineState machine) => Changed?.Invoke(machine);
}
