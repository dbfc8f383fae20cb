using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.Engine;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;
using Simulator.World.Observations;

namespace Simulator.World.Nodes.Pressure;

/// <summary>
/// Evicts pods of a node whose free memory falls below --eviction-hard, one every ten seconds (pkg/kubelet/eviction of 1.3.10).
/// </summary>
internal sealed class MemoryPressure(
    NodeMemory memory, MemorySetting setting, KubeletLife life, MachineState machine, PodRegister pods, IContainerKills kills)
{
    private static readonly TimeSpan LoopPeriod = TimeSpan.FromSeconds(10);

    /// <summary>Bytes that are to be free.</summary>
    private readonly long _threshold = setting.Options.EvictionHardMemory;

    private TimerHandle _next;
    private TimeSpan _lastSeen;

    /// <summary>The MemoryPressure condition.</summary>
    public bool IsOn { get; private set; }

    private TimeSpan Now => life.Now;

    public void Reconsider()
    {
        life.Simulation.Cancel(_next);
        var due = memory.Exceeds(memory.Total - _threshold);
        var over = _lastSeen + setting.Options.EvictionPressureTransitionPeriod;
        if (IsOn && !(due < over)) due = over;
        if (due is { } look) LookAt(look);
    }

    public void Forget()
    {
        life.Simulation.Cancel(_next);
        IsOn = false;
    }

    private void LookAt(TimeSpan due)
    {
        var loops = (due > Now ? due : Now).Ticks / LoopPeriod.Ticks;
        _next = life.Simulation.ScheduleAt(life.LoopPhase + (LoopPeriod * (loops + 1)), Look);
    }

    private void Look()
    {
        if (memory.Free < _threshold)
        {
            _lastSeen = Now;
            TurnTo(true);
            EvictOne();
        }
        else if (IsOn && Now - _lastSeen >= setting.Options.EvictionPressureTransitionPeriod)
        {
            TurnTo(false);
        }

        Reconsider();
    }

    private void TurnTo(bool isOn)
    {
        if (IsOn == isOn) return;
        IsOn = isOn;
        setting.Changes.Tell(machine);
    }

    private void EvictOne()
    {
        var victim = pods.Runs.Where(static run => run.State == PodRunState.Active)
            .OrderBy(static run => PodQos.Of(run.Pod))
            .ThenByDescending(run => memory.Used(run) - PodFacts.Of(run.Pod.Spec).Memory)
            .ThenBy(static run => run.Pod.Key)
            .FirstOrDefault();
        if (victim is null) return;
        setting.Log.Write(ObservationKind.PodEvictedByKubelet, victim.Pod.Key.ToString(), "MemoryPressure");
        kills.Evict(victim);
    }
}
