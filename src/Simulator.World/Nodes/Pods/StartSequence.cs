using Simulator.ControlPlane.Admission;
using Simulator.World.Nodes.Images;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pods;

/// <summary>What the starts of containers on a node go through.</summary>
internal sealed record StartParts(
    KubeletLife Life, MachineState Machine, ImageCache Images, ObjectReads Objects, ContainerPace Pace, PodSandboxes Sandboxes,
        ContainerLives Containers);

/// <summary>
/// One sync that starts containers, in their order: images are waited for, containers whose images are there start together.
/// </summary>
/// <remarks>Docker starts what it can while a later image is pulled; rkt waits for all images and starts nothing if one fails.</remarks>
internal sealed class StartSequence(StartParts parts, PodRun run, Queue<ContainerRun> waiting, bool isWhole, Action<bool> ended)
{
    private List<ContainerRun> _batch = [];
    private TimeSpan _lastStart;

    /// <summary>Some container could not be started.</summary>
    public bool HasFailed { get; set; }

    public void Continue()
    {
        while (waiting.TryPeek(out var container))
        {
            var answer = parts.Images.Ensure(run.Pod, container.Spec, TakeImage);
            if (answer == ImageAnswer.Pulling)
            {
                if (!isWhole) StartBatch();
                return;
            }

            Take(answer == ImageAnswer.Present);
        }

        if (isWhole && HasFailed) _batch.Clear();
        StartBatch();
        if (_lastStart > parts.Life.Now) parts.Life.At(_lastStart, run, () => ended(HasFailed));
        else ended(HasFailed);
    }

    /// <summary>The pull is over; if the machine stopped meanwhile or the pod is gone, nobody waits any more.</summary>
    private void TakeImage(bool isThere)
    {
        if (!parts.Life.Has(run)) return;
        Take(isThere);
        Continue();
    }

    /// <summary>After its image a container needs the ConfigMaps and Secrets of its environment.</summary>
    private void Take(bool isThere)
    {
        var container = waiting.Dequeue();
        if (isThere && PodReferences.MissingEnvironment(container.Spec, run.Pod.Namespace, parts.Objects.Find) is null)
        {
            _batch.Add(container);
        }
        else HasFailed = true;
    }

    private void StartBatch()
    {
        if (_batch.Count == 0) return;
        var batch = _batch;
        _batch = [];
        _lastStart = parts.Life.Now + parts.Machine.Slowed(parts.Pace.Start());
        parts.Life.At(_lastStart, run, () => Start(batch));
    }

    /// <summary>A pod that was deleted meanwhile never begins, and one whose disk was taken waits for it.</summary>
    private void Start(List<ContainerRun> batch)
    {
        if (run.State != PodRunState.Active) return;
        if (run.Volumes is { AreMounted: false })
        {
            HasFailed = true;
            return;
        }

        if (run.Ip.Length == 0) parts.Sandboxes.Begin(run);
        foreach (var container in batch) parts.Containers.Begin(run, container);
    }
}
