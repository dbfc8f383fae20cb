using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What the containers of some pods do, which no manifest says.</summary>
internal static class ApplicationShape
{
    private static readonly KeysOf<ApplicationSpec> Key = new();

    public static Shape<ApplicationSpec> Value { get; } = new("application", new ApplicationSpec(),
    [
        Key.Class(
            "namespace", "namespace of its pods", Forms.Text, cursor => cursor.ObjectName(), a => a.Namespace,
            (a, v) => a with { Namespace = v }),
        Key.Labels("selector", "labels of its pods; all pods of the namespace without this key", (a, v) => a with { Selector = v }),
        Key.Distribution(
            "startsIn", "from a container's start until it serves and passes its probes", a => a.StartsIn,
            (a, v) => a with { StartsIn = v }),
        Key.Distribution(
            "runsFor",
            "from a container's start until it ends by itself; never without this key (30s in pods with restartPolicy Never or OnFailure "
                + "that no application selects)",
            a => a.RunsFor, (a, v) => a with { RunsFor = v }),
        Key.Number(
            "failShare", "share of such ends that are failures (exit code 1)", 0, 1, a => a.FailShare, (a, v) => a with { FailShare = v }),
        Key.Distribution(
            "crashesAfter", "from a container's start until it crashes (exit code 1); never without this key", a => a.CrashesAfter,
            (a, v) => a with { CrashesAfter = v }),
        Key.Distribution(
            "stopsIn", "from the stop signal to its end; calibration.containerStopMax without this key", a => a.StopsIn,
            (a, v) => a with { StopsIn = v }),
        Key.Flag(
            "ignoresStop", "it takes no notice of the stop signal and is killed at the end of its grace", a => a.IgnoresStop,
            (a, v) => a with { IgnoresStop = v }),
        Key.Distribution(
            "preStopTakes", "what the preStop hooks of its containers take", a => a.PreStopTakes, (a, v) => a with { PreStopTakes = v }),
        Key.Duration(
            "answersIn",
            "what it usually takes to answer a probe; a probe fails if this, times the slowness of its node, reaches its timeout",
            a => a.AnswersIn, (a, v) => a with { AnswersIn = v }),
        Key.Distribution(
            "initRunsFor", "from the start of an init container to its end", a => a.InitRunsFor, (a, v) => a with { InitRunsFor = v }),
        Key.Number(
            "initFailShare", "share of init containers' ends that are failures", 0, 1, a => a.InitFailShare,
            (a, v) => a with { InitFailShare = v }),
        Key.List(
            "init", "its init containers one by one, instead of initRunsFor and initFailShare", InitShape.Value,
            (a, v) => a with { Init = [.. v.Select(init => init.Value.ToSpec())] }),
        Key.Mapping(
            "state", "what it keeps, and how its members agree on it; without this key it keeps nothing", StateShape.Value,
            (a, v) => a with { State = v.Value }),
        Key.Distribution(
            "initializedAfter",
            "a human sets the annotation pod.alpha.kubernetes.io/initialized on each pet so long after it runs; nobody does without this "
                + "key",
            a => a.InitializedAfter, (a, v) => a with { InitializedAfter = v }),
        Key.Distribution(
            "gatesOpenAfter",
            "somebody, such as the controller of a load balancer, sets the conditions that its pods' readinessGates name to True so long "
                + "after their containers are ready; nobody does without this key",
            a => a.GatesOpenAfter, (a, v) => a with { GatesOpenAfter = v }),
        Key.Distribution(
            "sandboxDiesAfter",
            "from the start of a pod's sandbox (its network container) until it dies, and with it all containers, which then start anew, "
                + "init containers first; never without this key",
            (a, v) => a with { SandboxDiesAfter = v }),
        Key.Value(
            "memory", "bytes that each container uses from its start; what it requests without this key", Forms.Amount,
            cursor => cursor.AmountFromZero(), null, (a, v) => a with { Memory = v.Value }),
        Key.Value(
            "memoryGrowsPerHour",
            "bytes that this grows by in an hour; a container that reaches its limit is killed (exit code 137), and so is the worst one "
                + "of a node whose memory is full",
            Forms.Amount, cursor => cursor.AmountFromZero(), null, (a, v) => a with { MemoryGrowsPerHour = v.Value }),
        Key.Mapping(
            "load", "how its pods serve requests, and what CPU they use; without this key requests take no time", LoadShape.Value,
            (a, v) => a with { Load = LoadShape.ToSpec(v.Value) }),
    ])
    { Check = CheckContradictions };

    private static void CheckContradictions(ApplicationSpec application, FieldReader fields)
    {
        if (application.IgnoresStop && fields.Has("stopsIn"))
        {
            fields.ErrorAt("stopsIn", "stands beside ignoresStop: true; allowed is one of them");
        }
        if (application.FailShare > 0 && !fields.Has("runsFor")) fields.ErrorAt("failShare", "means nothing without runsFor: nothing ends");
    }
}
