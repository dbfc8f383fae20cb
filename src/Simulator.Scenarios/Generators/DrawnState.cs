using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>What some workloads keep, how they agree on it, who prepares them, and humans who let pets go on.</summary>
internal sealed class DrawnState(Dice dice)
{
    /// <summary>Those of stateful workloads come first.</summary>
    public IReadOnlyList<ApplicationSpec> Over(IReadOnlyList<ApplicationSpec> applications, IReadOnlyList<WorkloadSpec> workloads) =>
    [
        .. workloads.SelectMany(workload => workload.Objects)
            .Where(value => (value is PetSet && dice.Chance(0.7))
                || (value is Pod or Deployment or ReplicationController && dice.Chance(0.1)))
            .Select(value => Application(value, Replicas(value))),
        .. applications.Select(application => dice.Chance(0.1)
            ? application with { SandboxDiesAfter = new Exponential(dice.Seconds(60, 1200)) }
            : application),
    ];

    private static int Replicas(ApiObject value) => value switch
    {
        PetSet set => set.Replicas,
        ReplicaController controller => controller.Replicas,
        Deployment deployment => deployment.Replicas,
        _ => 1,
    };

    private ApplicationSpec Application(ApiObject workload, int replicas) => new()
    {
        Namespace = workload.Namespace,
        Selector = LabelSet.Of(("app", workload.Name)),
        State = dice.Chance(0.85) ? State(replicas) : null,
        StartsIn = dice.Chance(0.5) ? dice.Lasting(1, 30) : new Constant(TimeSpan.Zero),
        CrashesAfter = dice.Chance(0.3) ? new Exponential(dice.Seconds(30, 1200)) : null,
        SandboxDiesAfter = dice.Chance(0.2) ? new Exponential(dice.Seconds(30, 1200)) : null,
        InitializedAfter = dice.Chance(0.5) ? dice.Lasting(1, 60) : null,
        Init = [.. Enumerable.Range(0, dice.Between(0, 3)).Select(Init)],
        InitRunsFor = dice.Lasting(1, 10),
    };

    private InitSpec Init(int number) => new()
    {
        Name = dice.Chance(0.8) ? DrawnPets.Init(number) : "",
        RunsFor = dice.Lasting(1, 40),
        FailShare = dice.Of(0, 0, 0.3),
    };

    private StateSpec State(int replicas) => new()
    {
        Kind = dice.Of(StateKind.Quorum, StateKind.PrimaryReplica, StateKind.Sharded),
        Majority = dice.Chance(0.3) ? dice.Between(1, Math.Max(1, replicas)) : null,
        DataBytes = (long)dice.Of(0, 1, 100, 20_000) << 20,
        CatchUpBytesPerSecond = dice.Of(1e6, 50e6),
        WritesPerSecond = dice.Of(0, 1, 100, 10_000),
        FailOver = dice.Chance(0.7) ? dice.Lasting(1, 60) : null,
        Promote = dice.Of(PromoteRule.MostRecent, PromoteRule.LowestOrdinal),
        ReplicationLag = dice.Chance(0.5) ? dice.Seconds(0, 10) : TimeSpan.Zero,
        Copies = dice.Between(1, Math.Max(1, replicas)),
        Volume = dice.Chance(0.2) ? dice.Of("data0", "scratch", "folder", "drawn") : null,
        IsReadyWhileCatchingUp = dice.Chance(0.3),
    };
}
