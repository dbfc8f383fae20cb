using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>Evicts pods of a node whose free memory falls below --eviction-hard, one every ten seconds (pkg/kubelet/eviction of 1.3.10).</summary>
/// <remarks>When the threshold is crossed is arithmetic; it is worked out again whenever a container begins or ends.</remarks>
internal sealed class MemoryPressure(Kubelet kubelet, long threshold)
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
        var due = Crossing();
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
        if (Free(Now) < threshold)
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
            .ThenByDescending(run => Used(run, Now) - PodFacts.Of(run.Pod.Spec).Memory)
            .ThenBy(static run => run.Pod.Key)
            .FirstOrDefault();
        if (victim is null) return;
        kubelet.Context.Log.Write(ObservationKind.PodEvictedByKubelet, victim.Pod.Key.ToString(), "MemoryPressure");
        kubelet.Reports.Evict(victim);
    }

    /// <summary>When the free memory falls below the threshold if nothing begins or ends; null: never.</summary>
    private TimeSpan? Crossing()
    {
        var room = Free(Now) - threshold;
        if (room < 0) return Now;
        var growth = kubelet.AllRuns.Sum(GrowthPerHour);
        return growth <= 0 ? null : Now + TimeSpan.FromMicroseconds(Math.Ceiling((room + 1) / (double)growth * TimeSpan.FromHours(1).TotalMicroseconds));
    }

    private long Free(TimeSpan now)
    {
        var capacity = kubelet.Context.NodeNamed(kubelet.Node.Name)?.Status.Capacity.Value(ResourceNames.Memory) ?? long.MaxValue;
        return capacity - kubelet.AllRuns.Sum(run => Used(run, now));
    }

    private long Used(PodRun run, TimeSpan now)
    {
        if (run.State is PodRunState.Finished or PodRunState.Stopped) return 0;
        if (run.Work is not { } work) return PodFacts.Of(run.Pod.Spec).Memory;
        var sum = 0L;
        foreach (var container in work.Containers)
        {
            if (container.IsRunning) sum += MemoryUse.At(container, work.Application, now);
        }

        return sum;
    }

    private static long GrowthPerHour(PodRun run) => run is { State: PodRunState.Active, Work: { Application.MemoryGrowsPerHour: > 0 } work }
        ? work.Application.MemoryGrowsPerHour * work.Containers.Count(static container => container.IsRunning)
        : 0;
}
