using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Rolling;

/// <summary>
/// One pod more, one pod less, until the new controller has all of them (pkg/kubectl/rolling_updater.go: maxSurge 1, maxUnavailable 0).
/// </summary>
internal sealed class RollingUpdater(RollingUpdateOperation operation, Kubectl kubectl, Outcome outcome)
{
    private const string Kind = "ReplicationController";
    private const string DesiredReplicas = "kubectl.kubernetes.io/desired-replicas";
    private const string OriginalReplicas = "kubectl.kubernetes.io/original-replicas";
    private const string SourceId = "kubectl.kubernetes.io/update-source-id";
    private const int MaxSurge = 1;

    private ReplicationController _old = new();
    private ReplicationController _new = new();
    private int _desired;

    private Patience Patience => new(operation.PollInterval, operation.Timeout);

    public IEnumerable<Event> Update(ReplicationController old, ReplicationController next)
    {
        _old = old;
        foreach (var step in FindOrCreate(next, $"{old.Name}:{old.Metadata.Uid}")) yield return step;
        if (!outcome.IsOk) yield break;
        if (!old.Metadata.Annotations.ContainsKey(OriginalReplicas))
        {
            foreach (var step in Calls.Change(Kind, old.Key, Remembered, kubectl, outcome)) yield return step;
            if (!outcome.IsOk) yield break;
            _old = (ReplicationController)outcome.Object!;
        }

        foreach (var step in Roll()) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in CleanUp()) yield return step;
    }

    /// <summary>An update that was broken off goes on with the controller that it has made.</summary>
    private IEnumerable<Event> FindOrCreate(ReplicationController next, string source)
    {
        var read = kubectl.Call(new GetRequest(Kind, next.Key));
        yield return read;
        if (Kubectl.AnswerTo(read).Result == ApiResult.NotFound)
        {
            if (next.Replicas <= 0)
            {
                outcome.Fail($"error: Invalid controller spec for {next.Name}; required: > 0 replicas, actual: {next.Replicas}");
            }
            if (next.Replicas <= 0) yield break;
            var annotations = next.Metadata.Annotations.With(DesiredReplicas, next.Replicas.ToString(CultureInfo.InvariantCulture))
                .With(SourceId, source);
            foreach (var step in Calls.Make(
                new CreateRequest(next with { Replicas = 0, Metadata = next.Metadata with { Annotations = annotations } }), kubectl,
                outcome))
            {
                yield return step;
            }
        }
        else
        {
            outcome.Took(read, out _);
        }

        if (!outcome.IsOk) yield break;
        _new = (ReplicationController)outcome.Object!;
        var noted = _new.Metadata.Annotations;
        var isOwn = noted.ValueOrEmpty(SourceId) == source
            && int.TryParse(noted.ValueOrEmpty(DesiredReplicas), CultureInfo.InvariantCulture, out _desired);
        if (!isOwn) outcome.Fail($"error: Missing/unexpected annotations for controller {_new.Name}, expected {source} : {noted}");
    }

    /// <summary>Whoever gives up and goes back must know how many there were.</summary>
    private static Edit Remembered(ApiObject stored) => stored with
    {
        Metadata = stored.Metadata with
        {
            Annotations = stored.Metadata.Annotations.With(
                OriginalReplicas, ((ReplicationController)stored).Replicas.ToString(CultureInfo.InvariantCulture)),
        },
    };

    private IEnumerable<Event> Roll()
    {
        var deadline = kubectl.Now + operation.Timeout;
        while (_new.Replicas != _desired || _old.Replicas != 0)
        {
            var before = (_new.Replicas, _old.Replicas);
            foreach (var step in ScaleUp()) yield return step;
            if (!outcome.IsOk) yield break;
            yield return kubectl.Until(kubectl.Now + operation.UpdatePeriod);
            foreach (var step in ScaleDown()) yield return step;
            if (!outcome.IsOk) yield break;
            if ((_new.Replicas, _old.Replicas) != before) deadline = kubectl.Now + operation.Timeout;
            else if (kubectl.Now > deadline) outcome.Fail("error: timed out waiting for any update progress to be made");
            if (!outcome.IsOk) yield break;
        }
    }

    private IEnumerable<Event> ScaleUp()
    {
        var room = _old.Replicas == 0 ? _desired - _new.Replicas : _desired + MaxSurge - (_old.Replicas + _new.Replicas);
        if (_new.Replicas == _desired || room <= 0) yield break;
        foreach (var step in ScaleAndWait(_new, Math.Min(_desired, _new.Replicas + room))) yield return step;
        if (outcome.IsOk) _new = (ReplicationController)outcome.Object!;
    }

    /// <summary>As many as can go while those that remain, and the new ones that are ready, are as many as wanted.</summary>
    private IEnumerable<Event> ScaleDown()
    {
        if (_old.Replicas == 0) yield break;
        var ready = 0;
        foreach (var controller in new[] { _old, _new })
        {
            if (!SelectorMatcher.TryCompile(controller.PodSelector!, out var selector, out _)) yield break;
            var list = kubectl.Call(new ListPodsRequest(controller.Namespace, selector));
            yield return list;
            if (!outcome.Took(list, out var pods)) yield break;
            ready = pods.Items!.Cast<Pod>().Count(pod => pod.IsReady);
        }

        var surplus = _old.Replicas + ready - _desired;
        if (surplus <= 0) yield break;
        var left = _new.Replicas == _desired && ready == _desired ? 0 : Math.Max(0, _old.Replicas - surplus);
        foreach (var step in ScaleAndWait(_old, left)) yield return step;
        if (outcome.IsOk) _old = (ReplicationController)outcome.Object!;
    }

    private IEnumerable<Event> ScaleAndWait(ReplicationController controller, int replicas)
    {
        var scaler = new Scaler(kubectl, outcome);
        foreach (var step in scaler.Scale(Kind, controller.Key, replicas, patience: Patience)) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in scaler.Wait(Kind, controller.Key, Patience)) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in Calls.Get(Kind, controller.Key, kubectl, outcome)) yield return step;
    }

    /// <summary>The old controller goes, and the new one takes its name unless it was given one.</summary>
    private IEnumerable<Event> CleanUp()
    {
        foreach (var step in Calls.Change(Kind, _new.Key, Forgotten, kubectl, outcome)) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in new Scaler(kubectl, outcome).Wait(Kind, _new.Key, Patience)) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in Calls.Get(Kind, _new.Key, kubectl, outcome)) yield return step;
        if (!outcome.IsOk) yield break;
        var last = (ReplicationController)outcome.Object!;
        foreach (var step in Calls.Make(new DeleteRequest(Kind, _old.Key), kubectl, outcome)) yield return step;
        if (!outcome.IsOk || operation.NewName is not null) yield break;
        foreach (var step in new ControllerRenaming(kubectl, outcome).Rename(last, _old.Name)) yield return step;
    }

    private static Edit Forgotten(ApiObject stored) => stored with
    {
        Metadata = stored.Metadata with { Annotations = stored.Metadata.Annotations.Without(SourceId).Without(DesiredReplicas) },
    };
}
