using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.World.ApiServer;
using Simulator.World.Hosting;
using Simulator.World.Views;

namespace Simulator.World.Running;

/// <summary>Looks at the scheduler that works, or worked last: a new one after each start of its process.</summary>
internal sealed class SchedulingView(SimulatedApiServer server, SimulatedControlPlane programs) : ISchedulingView
{
    public bool IsWorking => server.IsUp && programs.Of("scheduler").Any(programs.IsRunning);

    public Instant? NextTry(ObjectKey pod) => programs.Scheduler.NextTry(pod);

    public IReadOnlyDictionary<ObjectKey, Instant> NextTries() => programs.Scheduler.NextTries();

    public void ShowTo(IDecisionWitness witness) => programs.Witness = witness;
}
