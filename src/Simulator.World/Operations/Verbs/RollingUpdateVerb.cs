using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Operations.Rolling;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>
/// kubectl rolling-update with an image (pkg/kubectl/cmd/rollingupdate.go): makes the next controller, tells the old one's pods from the
/// next one's by a label, then rolls.
/// </summary>
internal sealed class RollingUpdateVerb(RollingUpdateOperation operation, Kubectl kubectl, Outcome outcome)
{
    private const string Kind = "ReplicationController";

    private ReplicationController _old = new();
    private ReplicationController? _next;

    public IEnumerable<Event> Run()
    {
        foreach (var step in Calls.Get(Kind, operation.Key, kubectl, outcome)) yield return step;
        if (!outcome.IsOk) yield break;
        _old = (ReplicationController)outcome.Object!;
        foreach (var step in FindNext()) yield return step;
        if (!outcome.IsOk) yield break;
        var hash = $"{HashOf(_old)}-orig";
        foreach (var step in _old.Selector.ContainsKey(NextController.Label) ? Point() : SetApart(hash)) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in new RollingUpdater(operation, kubectl, outcome).Update(_old, _next!)) yield return step;
    }

    /// <summary>One that an update which was broken off has left, or a new one.</summary>
    private IEnumerable<Event> FindNext()
    {
        var known = operation.NewName ?? _old.Metadata.Annotations.ValueOrEmpty(NextController.NextName);
        if (known.Length > 0)
        {
            var read = kubectl.Call(new GetRequest(Kind, new ObjectKey(_old.Namespace, known)));
            yield return read;
            if (Kubectl.AnswerTo(read).Result != ApiResult.NotFound && !outcome.Took(read, out _)) yield break;
            _next = Kubectl.AnswerTo(read).Object as ReplicationController;
        }

        if (_next is { Template.Spec.Containers: [{ Image: var image }, ..] })
        {
            if (image != operation.Image)
            {
                outcome.Fail($"error: Found existing in-progress update to image ({image}). Either continue in-progress update with "
                    + $"--image={image} or rollback with --rollback");
            }
            yield break;
        }

        if (_old.Template.Spec.Containers[0].Image == operation.Image)
        {
            outcome.Fail("error: --image-pull-policy (Always|Never|IfNotPresent) must be provided when --image is the same as existing "
                + "container image");
            yield break;
        }

        foreach (var step in Calls.Get(Kind, operation.Key, kubectl, outcome)) yield return step;
        if (!outcome.IsOk) yield break;
        var made =
            NextController.Of((ReplicationController)outcome.Object!, operation with { NewName = known.Length > 0 ? known : null }, HashOf);
        if (made.Object is null) outcome.Fail(made.Problem);
        _next = made.Object as ReplicationController;
    }

    /// <summary>The old one's pods have the label already.</summary>
    private IEnumerable<Event> Point()
    {
        foreach (var step in Calls.Change(_old, stored => Pointing((ReplicationController)stored), kubectl, outcome)) yield return step;
        if (outcome.IsOk) _old = (ReplicationController)outcome.Object!;
    }

    /// <summary>
    /// The old one's template gets the label, then each of its pods, then its selector; pods that were made in between without it go.
    /// </summary>
    private IEnumerable<Event> SetApart(string hash)
    {
        var selector = _old.PodSelector!;
        foreach (var step in Calls.Change(_old, stored => Labelled(Pointing((ReplicationController)stored), hash), kubectl, outcome))
        {
            yield return step;
        }
        if (!outcome.IsOk) yield break;
        _old = (ReplicationController)outcome.Object!;
        foreach (var step in EachPod(selector, pod => Calls.Change(pod, stored => WithLabel(stored, hash), kubectl, outcome)))
        {
            yield return step;
        }
        if (!outcome.IsOk) yield break;
        foreach (var step in Calls.Change(
            _old,
            stored =>
                ((ReplicationController)stored) with
                {
                    Selector = ((ReplicationController)stored).Selector.With(NextController.Label, hash),
                },
            kubectl, outcome))
        {
            yield return step;
        }
        if (!outcome.IsOk) yield break;
        _old = (ReplicationController)outcome.Object!;
        foreach (var step in EachPod(
            selector,
            pod => pod.Metadata.Labels.ValueOrEmpty(NextController.Label) == hash
                ? []
                : Calls.Make(new DeleteRequest("Pod", pod.Key), kubectl, outcome)))
        {
            yield return step;
        }
    }

    private IEnumerable<Event> EachPod(LabelSelector selector, Func<Pod, IEnumerable<Event>> command)
    {
        if (!SelectorMatcher.TryCompile(selector, out var matcher, out _)) yield break;
        var list = kubectl.Call(new ListPodsRequest(_old.Namespace, matcher));
        yield return list;
        if (!outcome.Took(list, out var pods)) yield break;
        foreach (var step in pods.Items!.Cast<Pod>().OrderBy(pod => pod.Key).SelectMany(pod => outcome.IsOk ? command(pod) : []))
        {
            yield return step;
        }
    }

    private ReplicationController Pointing(ReplicationController stored) => stored with
    {
        Metadata = stored.Metadata with { Annotations = stored.Metadata.Annotations.With(NextController.NextName, _next!.Name) },
    };

    private static ReplicationController Labelled(ReplicationController stored, string hash) => stored with
    {
        Template = stored.Template with { Labels = stored.Template.Labels.With(NextController.Label, hash) },
    };

    private static ApiObject WithLabel(ApiObject pod, string hash) =>
        pod with { Metadata = pod.Metadata with { Labels = pod.Metadata.Labels.With(NextController.Label, hash) } };

    /// <summary>Another one for each version of the object; the original sums up its JSON.</summary>
    private static string HashOf(ReplicationController controller) =>
        string.Create(CultureInfo.InvariantCulture, $"{TemplateHash.Of(controller.Template)}{controller.Metadata.ResourceVersion}");
}
