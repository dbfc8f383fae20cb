using System.Text.Json.Nodes;
using Simulator.Serve.Access.Rbac;
using Simulator.Serve.Access.Roles;
using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Reviews;

/// <summary>
/// POST to authorization.k8s.io: may somebody do this (pkg/registry/authorization of 1.20.2)? What is asked is answered as the gate would,
/// and nothing is stored.
/// </summary>
internal static class ReviewAnswers
{
    private const string Local = "localsubjectaccessreviews";
    private const string OfSelf = "selfsubjectaccessreviews";
    private const string OfRules = "selfsubjectrulesreviews";

    public static bool Has(RequestTarget target) => target.Resource.Group == AppsTable.Authorization;

    /// <param name="served">What there is.</param>
    public static ServerAnswer Answer(Asked asked, RequestTarget target, IReadOnlyList<ServedResource> served)
    {
        if (asked.Method != "POST") throw Failures.MethodNotAllowed();
        var review = BodyReader.Read(asked, BodyKind.Of(target.Resource));
        review["status"] = target.Resource.Name == OfRules ? Rules(asked, review, served) : Access(asked, target, review);
        review.Remove("kind");
        review.Remove("apiVersion");
        review.Insert(0, "kind", target.Resource.Kind);
        review.Insert(1, "apiVersion", target.Resource.GroupVersion);
        return asked.Document(201, review);
    }

    private static JsonObject Access(Asked asked, RequestTarget target, JsonObject review)
    {
        var (spec, isOwn) = (review.Child("spec"), target.Resource.Name == OfSelf);
        var errors = ReviewRules.Check(review, isOwn, target.Resource.Name == Local);
        if (errors.Count > 0) throw Failures.Invalid(target.Resource.Group, target.Resource.Kind, "", errors);
        if (target.Resource.Name == Local && target.Namespace != review["metadata"].Text("namespace"))
            throw Failures.BadRequest($"spec.resourceAttributes.namespace must match namespace: {target.Namespace}");
        var user = isOwn ? asked.Request.Caller.User : ReviewRules.Subject(spec);
        var why = asked.Rights.WhyAllowed(user, KnownResources.Placed(ReviewRules.Attributes(spec)));
        var status = new JsonObject { ["allowed"] = why is not null };
        if (why is { Length: > 0 }) status["reason"] = why;
        return status;
    }

    private static JsonObject Rules(Asked asked, JsonObject review, IReadOnlyList<ServedResource> served)
    {
        if (review["spec"].Text("namespace") is not { Length: > 0 } home) throw Failures.BadRequest("no namespace on request");
        var rules = asked.Rights.RulesOf(asked.Request.Caller.User, home, served);
        return new JsonObject
        {
            ["resourceRules"] = new JsonArray([.. rules.Where(rule => rule.Paths.Count == 0).Select(OfResources)]),
            ["nonResourceRules"] = new JsonArray([.. rules.Where(rule => rule.Paths.Count > 0).Select(OfPaths)]),
            ["incomplete"] = false,
        };
    }

    private static JsonObject OfResources(PolicyRule rule)
    {
        var told = new JsonObject
        {
            ["verbs"] = Texts(rule.Verbs),
            ["apiGroups"] = Texts(rule.Groups),
            ["resources"] = Texts(rule.Resources),
        };
        if (rule.Names.Count > 0) told["resourceNames"] = Texts(rule.Names);
        return told;
    }

    private static JsonObject OfPaths(PolicyRule rule) =>
        new() { ["verbs"] = Texts(rule.Verbs), ["nonResourceURLs"] = Texts(rule.Paths) };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
