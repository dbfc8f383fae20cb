using Simulator.Api.Documents;
using Simulator.ControlPlane.Versions;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Flags of the file that the cluster's version does not have, or does not heed.</summary>
internal static class IdleFlagCheck
{
    public static void Check(KubernetesVersion version, FieldReader cluster)
    {
        if (cluster.Node["controlPlane"] is not SourceMapping plane) return;
        foreach (var idle in version.IdleFlags)
        {
            if ((plane[idle.Program] as SourceMapping)?[idle.Flag] is not { } value) continue;
            var sentence = $"does nothing in Kubernetes {version}: {idle.Why}";
            cluster.Context.Diagnostics.Add(
                new Omission(Effect.ChangesDecisions, "controlPlane", $"{idle.Program}.{idle.Flag}", sentence, value));
        }
    }
}
