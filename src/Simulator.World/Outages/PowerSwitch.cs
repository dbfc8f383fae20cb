using Simulator.Engine;
using Simulator.World.Cloud;
using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>Turns machines off, and lets them boot when power is back: what every trouble has in common that stops a machine.</summary>
/// <param name="boots">From which times of boots are drawn.</param>
internal sealed class PowerSwitch(
    Simulation simulation, KubeletOptions options, IMachineStock stock, NodeReporter reporter, RandomStream boots)
{
    /// <summary>A machine that is off already, or cut off, goes down no further for those who watch.</summary>
    public void TurnOff(Occurrence occurrence, SimulatedNode node)
    {
        node.PowerLosses++;
        if (node.IsBeating || node.PowerLosses == 1) occurrence.TellDown(node);
        node.Heartbeat.Stop(simulation.Now);
        node.Kubelet.PowerOff();
    }

    /// <summary>The cloud has deleted the machine: it stops at once, and nobody expects it back.</summary>
    public void Remove(SimulatedNode node)
    {
        node.IsGone = true; // before it stops: who is told of that looks at this too
        node.PowerLosses++;
        node.Heartbeat.Stop(simulation.Now);
        node.Kubelet.PowerOff();
    }

    /// <summary>Power is back: the machine boots, once the cloud has one to give, then its kubelet answers.</summary>
    public void Boot(SimulatedNode node, Action? booted = null) => stock.WhenItCanBoot(() => BootNow(node, booted));

    private void BootNow(SimulatedNode node, Action? booted)
    {
        var typical = options.BootDuration;
        simulation.Schedule(new Uniform(typical * 0.5, typical * 1.5).Sample(boots), () =>
        {
            node.PowerLosses--;
            reporter.Reconnect(node);
            booted?.Invoke();
        });
    }
}
