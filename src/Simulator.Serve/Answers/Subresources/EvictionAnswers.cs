using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Evictions;
using Simulator.ControlPlane.Hosting;
using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Answers.Changing;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Rules;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>POST to <c>pods/X/eviction</c>: the rule of the control plane over documents, with which kubectl drains a node.</summary>
internal sealed class EvictionAnswers(Writer writer)
{
    private static readonly ServedResource Budgets =
        new("policy", "v1beta1", "poddisruptionbudgets", "PodDisruptionBudget", ResourceScope.Namespace) { Struct = "" };

    public ServerAnswer Answer(Asked asked, RequestTarget target)
    {
        var eviction = Read(asked);
        if (eviction["metadata"].Text("name") is { Length: > 0 } name && name != target.Name)
            throw Failures.BadRequest("name in URL does not match name in Eviction object");
        var options = eviction["deleteOptions"];
        var documents = new EvictedPods(writer, target, options?["gracePeriodSeconds"].AsNumber(), asked.Now);
        var isDry = options?["dryRun"] is JsonArray { Count: > 0 };
        var rule = new EvictionRule(documents, documents.Now);
        var answer = rule.Evict(new EvictionRequest(new ObjectKey(target.Namespace!, target.Name!), IsDryRun: isDry));
        return answer.IsSuccess ? asked.Document(201, Failures.Success(201)) : throw Refused(answer, target);
    }

    /// <summary>In either of its two versions.</summary>
    private static JsonObject Read(Asked asked)
    {
        var body = BodyTree.Of(asked);
        if (body.Fault is { } fault) throw Failures.BadRequest(fault);
        var eviction = body.Root as JsonObject ?? [];
        var isKnown = eviction.Text("apiVersion") is "" or "policy/v1beta1" or "policy/v1";
        if (isKnown && eviction.Text("kind") is ("" or "Eviction")) return eviction;
        throw Failures.BadRequest(
            $"no kind \"{eviction.Text("kind")}\" is registered for version \"{eviction.Text("apiVersion")}\": it takes an Eviction");
    }

    private static ApiException Refused(EvictionAnswer answer, RequestTarget target)
    {
        var details = answer.Code == 404 ? Failures.Details(target.Name!, "", "pods") : new JsonObject();
        if (answer.Cause.Length > 0)
        {
            details["causes"] = new JsonArray(new JsonObject { ["reason"] = "DisruptionBudget", ["message"] = answer.Cause });
        }

        return Failures.Make(answer.Code, answer.Message, answer.Reason.Length > 0 ? answer.Reason : null, details);
    }

    /// <summary>Nobody else writes meanwhile: conflicts do not come.</summary>
    private sealed class EvictedPods(Writer writer, RequestTarget target, long? grace, DateTimeOffset at) : IEvictionStore
    {
        public Instant Now => new(at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks);

        public Pod? Pod(ObjectKey key) => writer.Store.Find(KeyOf(key)) is { } pod ? (Pod)Judgement.Typed(target.Resource, pod)! : null;

        public IReadOnlyList<PodDisruptionBudget> Budgets(string inNamespace) =>
        [
            .. writer.Store.List("poddisruptionbudgets", inNamespace)
                .Select(budget => (PodDisruptionBudget)Judgement.Typed(EvictionAnswers.Budgets, budget)!),
        ];

        public ApiResult WriteStatus(PodDisruptionBudget budget)
        {
            var key = new DocumentKey("poddisruptionbudgets", budget.Namespace, budget.Name);
            var document = writer.Store.Find(key)!.Copy();
            var status = document.Child("status");
            status["disruptionsAllowed"] = (long)budget.Status.DisruptionsAllowed;
            var gone = new JsonObject();
            foreach (var (name, since) in budget.Status.DisruptedPods) gone[name] = Timestamp.Of(MomentOf(since));
            status["disruptedPods"] = gone;
            writer.Store.Put(key, document);
            return ApiResult.Ok;
        }

        public ApiResult Delete(Pod pod, bool isExact, bool isDryRun)
        {
            if (isDryRun) return ApiResult.Ok;
            var key = KeyOf(pod.Key);
            GracefulDeletion.Delete(writer.Store, key, writer.Store.Find(key)!, new DeleteOptions(grace, null), at);
            return ApiResult.Ok;
        }

        private static DateTimeOffset MomentOf(Instant since) => DateTimeOffset.UnixEpoch.AddTicks(since.Ticks);

        private static DocumentKey KeyOf(ObjectKey key) => new("pods", key.Namespace, key.Name);
    }
}
