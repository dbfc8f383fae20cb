using static Simulator.Api.Omissions.FieldRule;

namespace Simulator.Api.Omissions;

/// <summary>Fields of the controllers of later versions that are not acted upon.</summary>
internal static class WorkloadFieldRules
{
    private const string NoRollout = "1.3 leaves running pods as they are when the template changes; deleted ones come back new";

    public static IReadOnlyList<FieldRule> All { get; } =
    [
        Decisions("spec.podManagementPolicy", "1.3 starts and stops pets one after the other", harmless: "OrderedReady").Of("StatefulSet"),
        Decisions("spec.updateStrategy", NoRollout, harmless: "OnDelete").Of("StatefulSet"),
        Decisions("spec.ordinals", "1.3 numbers pets from 0").Of("StatefulSet"),
        Decisions("spec.minReadySeconds", "1.3 makes the next pet as soon as the one before is ready", harmless: "0").Of("StatefulSet"),
        Decisions("spec.persistentVolumeClaimRetentionPolicy.whenDeleted", "1.3 keeps the claims of pets for ever", harmless: "Retain")
            .Of("StatefulSet"),
        Decisions("spec.persistentVolumeClaimRetentionPolicy.whenScaled", "1.3 keeps the claims of pets for ever", harmless: "Retain")
            .Of("StatefulSet"),
        Nothing("spec.persistentVolumeClaimRetentionPolicy", "1.3 keeps the claims of pets for ever").Of("StatefulSet"),

        Decisions("spec.updateStrategy", NoRollout, harmless: "OnDelete").Of("DaemonSet"),
        Details("spec.minReadySeconds", "1.3 has no rollout that it would slow down", harmless: "0").Of("DaemonSet"),
        Silent("spec.templateGeneration").Of("DaemonSet"),

        Details("spec.progressDeadlineSeconds", "1.3 has no such condition: a rollout that does not move is not told by its status")
            .Of("Deployment"),
        Details("spec.minReadySeconds", "1.3 does not count available pods there", harmless: "0"),
        Details("spec.podReplacementPolicy", "1.3 replaces pods as soon as they are being deleted"),
        Nothing("spec.revisionHistoryLimit", "1.3 keeps no revisions of it"),

        Decisions("spec.backoffLimit", "1.3 replaces failed pods for ever").Of("Job"),
        Decisions("spec.backoffLimitPerIndex", "1.3 replaces failed pods for ever").Of("Job"),
        Decisions("spec.maxFailedIndexes", "1.3 replaces failed pods for ever").Of("Job"),
        Decisions("spec.podFailurePolicy", "1.3 replaces failed pods for ever").Of("Job"),
        Decisions("spec.successPolicy", "1.3 counts completions only").Of("Job"),
        Decisions("spec.completionMode", "1.3 has no indexes: any success counts", harmless: "NonIndexed").Of("Job"),
        Decisions("spec.suspend", "1.3 starts it at once", harmless: "false").Of("Job"),
        Decisions("spec.ttlSecondsAfterFinished", "1.3 keeps finished jobs and their pods").Of("Job"),
        Decisions("spec.managedBy", "1.3 runs it by its own job controller", harmless: "kubernetes.io/job-controller").Of("Job"),

        Decisions("spec.scopeSelector", "1.3 counts by the list 'scopes' only: without it all objects count").Of("ResourceQuota"),
    ];
}
