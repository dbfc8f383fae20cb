using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>A fixed number of workers that take keys from a queue and run one sync each at a time.</summary>
internal sealed class Workers(int count, WorkQueue queue, RoutineSet routines, Func<ObjectKey, IEnumerator<Wait>> sync)
{
    private int _idle = count;

    /// <summary>Gives work to idle workers; to be called after everything that may have added a key or ended a sync.</summary>
    public void Run()
    {
        while (_idle > 0 && queue.TryTake(out var key)) Run(key);
    }

    private void Run(ObjectKey key)
    {
        _idle--;
        routines.Start(sync(key), () => End(key));
    }

    private void End(ObjectKey key)
    {
        queue.Done(key);
        _idle++;
    }
}
