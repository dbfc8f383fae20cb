using Simulator.Api;

namespace Simulator.World.Operations.Applying;

/// <summary>Controllers: a number of replicas that the manifest does not mention stays what it is.</summary>
internal static class AppliedWorkloads
{
    public static ReplicationController Merge(ReplicationController stored, ReplicationController wanted, Claims spec) => stored with
    {
        Replicas = spec.Choose("replicas", stored.Replicas, wanted.Replicas),
        Selector = spec.Merge("selector", stored.Selector, wanted.Selector),
        Template = AppliedPods.Template(stored.Template, wanted.Template, spec.Below("template")),
    };

    public static ReplicaSet Merge(ReplicaSet stored, ReplicaSet wanted, Claims spec) => stored with
    {
        Replicas = spec.Choose("replicas", stored.Replicas, wanted.Replicas),
        Selector = Selector(stored.Selector, wanted.Selector, spec),
        Template = AppliedPods.Template(stored.Template, wanted.Template, spec.Below("template")),
    };

    public static Deployment Merge(Deployment stored, Deployment wanted, Claims spec)
    {
        var strategy = spec.Below("strategy");
        var steps = strategy.Below("rollingUpdate");
        var type = strategy.Choose("type", stored.Strategy, wanted.Strategy);
        return stored with
        {
            Replicas = spec.Choose("replicas", stored.Replicas, wanted.Replicas),
            Selector = Selector(stored.Selector, wanted.Selector, spec),
            Template = AppliedPods.Template(stored.Template, wanted.Template, spec.Below("template")),
            Strategy = type,
            MaxSurge = steps.Choose("maxSurge", stored.MaxSurge, wanted.MaxSurge),
            MaxUnavailable = steps.Choose("maxUnavailable", stored.MaxUnavailable, wanted.MaxUnavailable),
            AreTexts = (
                steps.Choose("maxSurge", stored.AreTexts.MaxSurge, wanted.AreTexts.MaxSurge),
                steps.Choose("maxUnavailable", stored.AreTexts.MaxUnavailable, wanted.AreTexts.MaxUnavailable)),

            // The server has filled in the steps of a rolling update: another strategy finds them there, and is refused.
            HasRollingUpdate = strategy.Choose(
                "rollingUpdate", stored.HasRollingUpdate || (stored.Strategy == "RollingUpdate" && type != stored.Strategy),
                wanted.HasRollingUpdate),
            MinReadySeconds = spec.Choose("minReadySeconds", stored.MinReadySeconds, wanted.MinReadySeconds),
            RevisionHistoryLimit = spec.Choose("revisionHistoryLimit", stored.RevisionHistoryLimit, wanted.RevisionHistoryLimit),
            Paused = spec.Choose("paused", stored.Paused, wanted.Paused),
            RollbackTo = spec.Choose("rollbackTo", stored.RollbackTo, wanted.RollbackTo),
        };
    }

    public static DaemonSet Merge(DaemonSet stored, DaemonSet wanted, Claims spec) => stored with
    {
        Selector = Selector(stored.Selector, wanted.Selector, spec),
        Template = AppliedPods.Template(stored.Template, wanted.Template, spec.Below("template")),
    };

    public static Job Merge(Job stored, Job wanted, Claims spec) => stored with
    {
        Parallelism = spec.Choose("parallelism", stored.Parallelism, wanted.Parallelism),
        Completions = spec.Choose("completions", stored.Completions, wanted.Completions),
        ActiveDeadline = spec.Choose("activeDeadlineSeconds", stored.ActiveDeadline, wanted.ActiveDeadline),
        HasManualSelector = spec.Mention("manualSelector") || spec.Mention("autoSelector")
            ? wanted.HasManualSelector
            : stored.HasManualSelector,
        Selector = Selector(stored.Selector, wanted.Selector, spec),
        Template = AppliedPods.Template(stored.Template, wanted.Template, spec.Below("template")),
    };

    public static PetSet Merge(PetSet stored, PetSet wanted, Claims spec) => stored with
    {
        Replicas = spec.Choose("replicas", stored.Replicas, wanted.Replicas),
        Selector = Selector(stored.Selector, wanted.Selector, spec),
        Template = AppliedPods.Template(stored.Template, wanted.Template, spec.Below("template")),
        ServiceName = spec.Choose("serviceName", stored.ServiceName, wanted.ServiceName),
        VolumeClaimTemplates = spec.Choose("volumeClaimTemplates", stored.VolumeClaimTemplates, wanted.VolumeClaimTemplates),
    };

    /// <summary>One that the API server has made is not mentioned, and stays.</summary>
    public static LabelSelector? Selector(LabelSelector? stored, LabelSelector? wanted, Claims spec)
    {
        if (stored is null || wanted is null) return spec.Choose("selector", stored, wanted ?? stored);
        var selector = spec.Below("selector");
        return new LabelSelector
        {
            MatchLabels = selector.Merge("matchLabels", stored.MatchLabels, wanted.MatchLabels),
            MatchExpressions = selector.Choose("matchExpressions", stored.MatchExpressions, wanted.MatchExpressions),
        };
    }
}
