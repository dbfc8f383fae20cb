using Simulator.Engine;
using Simulator.World.Nodes.Machines;

namespace Simulator.World.Nodes.Runs;

/// <summary>The steps that a kubelet has planned: they wait while its machine hangs, and are forgotten when it stops.</summary>
/// <param name="loopPhase">Where in their periods its loops stand.</param>
internal sealed class KubeletLife(Simulation simulation, MachineState machine, PodRegister pods, TimeSpan loopPhase)
{
    /// <summary>A kubelet that has not seen its runtime for so long takes it for down (maxWaitForContainerRuntime) ...</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>... and sleeps before it looks at its pods again (syncLoop in pkg/kubelet/kubelet.go of 1.3.10).</summary>
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(5);

    private List<Action>? _waiting;
    private TimeSpan _napsUntil;
    private int _number;

    public Simulation Simulation => simulation;

    public TimeSpan Now => simulation.Now;

    public TimeSpan LoopPhase => loopPhase;

    /// <summary>Its machine hangs, or has just gone on.</summary>
    public bool IsHanging => machine.IsFrozen || Now < _napsUntil;

    /// <summary>The machine stopped, and with it all that was planned.</summary>
    public void End()
    {
        _number++;
        _waiting = null;
        _napsUntil = TimeSpan.Zero;
    }

    /// <summary>Its machine goes on: what has waited happens in its order, perhaps after a nap.</summary>
    public void GoOn(TimeSpan hungFor)
    {
        if (hungFor < Patience)
        {
            GoOn();
            return;
        }

        _napsUntil = Now + Nap;
        simulation.ScheduleAt(_napsUntil, GoOn);
    }

    /// <summary>Now, or when the machine goes on.</summary>
    public void Do(Action step)
    {
        if (IsHanging) (_waiting ??= []).Add(step);
        else step();
    }

    /// <summary>As <see cref="Do(Action)"/>, unless the pod goes before.</summary>
    public void Do(PodRun run, Action<PodRun> step)
    {
        if (!IsHanging) step(run);
        else Wait(run, step);
    }

    /// <summary>A step of a pod's life, unless the machine stops or the pod goes before.</summary>
    public TimerHandle At(TimeSpan at, PodRun run, Action step) => simulation.ScheduleAt(at, new Planned(this, run, step));

    /// <summary>Something that the kubelet does unless its machine stops before.</summary>
    public TimerHandle At(TimeSpan at, Action step) => simulation.ScheduleAt(at, new Planned(this, null, step));

    /// <summary>The pod's object is here, or its containers still are.</summary>
    public bool Has(PodRun run) => pods.Has(run);

    /// <summary>The sync loop looks once a second at what is due.</summary>
    public TimeSpan NextSecond(TimeSpan due)
    {
        var seconds = (due - loopPhase).Ticks / TimeSpan.TicksPerSecond;
        return loopPhase + TimeSpan.FromSeconds(seconds + 1);
    }

    private void Do(Planned planned)
    {
        if (IsHanging) (_waiting ??= []).Add(planned.Begin);
        else planned.Begin();
    }

    private void Wait(PodRun run, Action<PodRun> step) => (_waiting ??= []).Add(() =>
    {
        if (Has(run)) step(run);
    });

    private void GoOn()
    {
        if (IsHanging || _waiting is not { } waiting) return;
        _waiting = null;
        foreach (var step in waiting) step();
    }

    /// <summary>A step that waits for its time. One object: as closures it was four of them.</summary>
    /// <param name="run">Null: it is the kubelet's, whatever pods there are.</param>
    private sealed class Planned(KubeletLife life, PodRun? run, Action step) : ICallback
    {
        private readonly int _number = life._number;

        void ICallback.Invoke(long payload)
        {
            if (_number == life._number) life.Do(this);
        }

        public void Begin()
        {
            if (run is null || life.Has(run)) step();
        }
    }
}
