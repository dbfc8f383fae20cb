using Simulator.Api;

namespace Simulator.World.Operations.Applying;

/// <summary>Pods and templates: containers, their ports and volumes one by one, probes and variables as a whole.</summary>
internal static class AppliedPods
{
    public static PodTemplate Template(PodTemplate stored, PodTemplate wanted, Claims template)
    {
        var metadata = template.Below("metadata");
        return new PodTemplate
        {
            Labels = metadata.Merge("labels", stored.Labels, wanted.Labels),
            Annotations = metadata.Merge("annotations", stored.Annotations, wanted.Annotations),
            Spec = Spec(stored.Spec, wanted.Spec, template.Below("spec"), metadata.Below("annotations")),
        };
    }

    /// <param name="notes">Of the annotations beside it, in which 1.3 keeps some fields.</param>
    public static PodSpec Spec(PodSpec stored, PodSpec wanted, Claims spec, Claims notes)
    {
        T Noted<T>(string key, string annotation, T old, T next) => spec.Mention(key) || notes.Mention(annotation) ? next : old;
        return stored with
        {
            Containers = spec.Merge("containers", "name", stored.Containers, wanted.Containers, container => container.Name, Container),
            InitContainers = Noted("initContainers", WellKnownAnnotations.InitContainers, stored.InitContainers, wanted.InitContainers),
            Volumes = spec.Merge("volumes", "name", stored.Volumes, wanted.Volumes, volume => volume.Name, (_, next, _) => next),
            NodeName = spec.Choose("nodeName", stored.NodeName, wanted.NodeName),
            NodeSelector = spec.Merge("nodeSelector", stored.NodeSelector, wanted.NodeSelector),
            Affinity = Noted("affinity", WellKnownAnnotations.Affinity, stored.Affinity, wanted.Affinity),
            Tolerations = Noted("tolerations", WellKnownAnnotations.Tolerations, stored.Tolerations, wanted.Tolerations),
            SchedulerName = Noted("schedulerName", WellKnownAnnotations.SchedulerName, stored.SchedulerName, wanted.SchedulerName),
            TerminationGracePeriod =
                spec.Choose("terminationGracePeriodSeconds", stored.TerminationGracePeriod, wanted.TerminationGracePeriod),
            ActiveDeadline = spec.Choose("activeDeadlineSeconds", stored.ActiveDeadline, wanted.ActiveDeadline),
            ServiceAccountName = spec.Mention("serviceAccountName")
                ? wanted.ServiceAccountName
                : spec.Choose("serviceAccount", stored.ServiceAccountName, wanted.ServiceAccountName),
            RestartPolicy = spec.Choose("restartPolicy", stored.RestartPolicy, wanted.RestartPolicy),
            HostNetwork = spec.Choose("hostNetwork", stored.HostNetwork, wanted.HostNetwork),
            Hostname = Noted("hostname", WellKnownAnnotations.PodHostname, stored.Hostname, wanted.Hostname),
            Subdomain = Noted("subdomain", WellKnownAnnotations.PodSubdomain, stored.Subdomain, wanted.Subdomain),
            Details = spec.Details(stored.Details, wanted.Details),
        };
    }

    private static Container Container(Container stored, Container wanted, Claims container)
    {
        var resources = container.Below("resources");
        var limits = resources.Merge("limits", stored.Limits, wanted.Limits);
        return stored with
        {
            Image = container.Choose("image", stored.Image, wanted.Image),
            ImagePullPolicy = container.Choose("imagePullPolicy", stored.ImagePullPolicy, wanted.ImagePullPolicy),
            Limits = limits,
            Requests = Defaulted(resources.Merge("requests", stored.Requests, wanted.Requests), limits),
            Ports = container.Merge("ports", "containerPort", stored.Ports, wanted.Ports, port => $"{port.Port}", (_, next, _) => next),
            EnvironmentFrom = container.Choose("env", stored.EnvironmentFrom, wanted.EnvironmentFrom),
            ReadinessProbe = container.Choose("readinessProbe", stored.ReadinessProbe, wanted.ReadinessProbe),
            LivenessProbe = container.Choose("livenessProbe", stored.LivenessProbe, wanted.LivenessProbe),
            HasPreStop = container.Choose("lifecycle", stored.HasPreStop, wanted.HasPreStop),
            Details = container.Details(stored.Details, wanted.Details),
        };
    }

    /// <summary>The API server fills in a request only where there is none: one that it has made of an earlier limit stays.</summary>
    private static ResourceList Defaulted(ResourceList requests, ResourceList limits) =>
        ResourceList.Of([.. limits.Amounts, .. requests.Amounts]);
}
