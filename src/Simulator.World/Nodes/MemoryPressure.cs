using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.Engine;
using Simulator.World.Observations;

namespace Simulator.World.Nodes;

/// <summary>Evicts pods of a node whose free memory falls below --eviction-hard, one every ten seconds (pkg/kubelet/eviction of 1.3.10).</summary>
internal sealed class MemoryPressure(Kubelet kubelet, NodeMemory memory, long threshold)
{
    private static readonly TimeSpan LoopPeriod = TimeSpan.FromSeconds(10);

    private TimerHandle _next;
    private TimeSpan _lastSeen;

    /// <summary>The MemoryPressure condition.</summary>
    public bool IsOn { get; private set; }

    private TimeSpan Now => kubelet.Context.Simulation.Now;

    public void Reconsider()
    {
        kubelet.Context.Simulation.Cancel(_next);
        var due = memory.Exceeds(memory.Total - threshold);
        var over = _lastSeen + kubelet.Context.Options.EvictionPressureTransitionPeriod;
        if (IsOn && !(due < over)) due = over;
        if (due is { } look) LookAt(look);
    }

    public void Forget()
    {
        kubelet.Context.Simulation.Cancel(_next);
        IsOn = false;
    }

    private void LookAt(TimeSpan due)
    {
        var loops = (due > Now ? due : Now).Ticks / LoopPeriod.Ticks;
        _next = kubelet.Context.Simulation.ScheduleAt(kubelet.LoopPhase + (LoopPeriod * (loops + 1)), Look);
    }

    private void Look()
    {
        if (memory.Free < threshold)
        {
            _lastSeen = Now;
            TurnTo(true);
            EvictOne();
        }
        else if (IsOn && Now - _lastSeen >= kubelet.Context.Options.EvictionPressureTransitionPeriod)
        {
            TurnTo(false);
        }

        Reconsider();
    }

    private void TurnTo(bool isOn)
    {
        if (IsOn == isOn) return;
        IsOn = isOn;
        kubelet.Context.NodeStatusChanged?.Invoke(kubelet.Node);
    }

    private void EvictOne()
    {
        var victim = kubelet.Runs.Where(static run => run.State == PodRunState.Active)
            .OrderBy(static run => PodQos.Of(run.Pod))
            .ThenByDescending(run => memory.Used(run) - PodFacts.Of(run.Pod.Spec).Memory)
            .ThenBy(static run => run.Pod.Key)
            .FirstOrDefault();
        if (victim is null) return;
        kubelet.Context.Log.Write(ObservationKind.PodEvictedByKubelet, victim.Pod.Key.ToString(), "MemoryPressure");
        kubelet.Reports.Evict(victim);
    }
}
