using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>
/// What a deployment makes its pods with: a ReplicaSet named after the template's hash, which its selector and its pods carry as a label.
/// </summary>
public static class NewReplicaSet
{
    /// <summary>The ReplicaSet of the present template, without replicas. Also what a cluster that starts settled has.</summary>
    public static ReplicaSet For(Deployment deployment, string revision)
    {
        var hash = TemplateHash.Of(deployment.Template);
        var template = TemplateHash.Labelled(deployment.Template, hash);
        var selector = deployment.Selector ?? new LabelSelector { MatchLabels = deployment.Template.Labels };
        return new ReplicaSet
        {
            Metadata = new ObjectMeta
            {
                Namespace = deployment.Namespace,
                Name = $"{deployment.Name}-{hash}",
                Labels = template.Labels,
                Annotations = Revision.Annotations(deployment, LabelSet.Empty, revision),
            },
            Replicas = 0,
            Selector = selector with { MatchLabels = selector.MatchLabels.With(WellKnownLabels.PodTemplateHash, hash) },
            Template = template,
        };
    }
}
