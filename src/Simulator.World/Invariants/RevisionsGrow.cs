using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Invariants;

internal sealed class RevisionsGrow(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(RevisionsGrow);

    private long _last;

    /// <summary>A deletion delivers the last state, under the revision that it had.</summary>
    public void OnCommitted(in WatchEvent commit)
    {
        var revision = commit.Type == WatchEventType.Deleted ? cluster.Store.Revision : commit.Object.Metadata.ResourceVersion;
        if (revision <= _last)
        {
            cluster.Break(
                Name, $"{commit.Object.Kind} {commit.Object.Key} was committed under revision {revision}, after revision {_last}");
        }
        _last = revision;
    }
}
