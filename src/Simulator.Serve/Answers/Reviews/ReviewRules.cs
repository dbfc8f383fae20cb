using System.Text.Json.Nodes;
using Simulator.Api.Validation;
using Simulator.Serve.Access.Attributes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Reviews;

/// <summary>What a review must say (pkg/apis/authorization/validation/validation.go of 1.20.2), and what it asks.</summary>
internal static class ReviewRules
{
    /// <param name="isOwn">About who asks.</param>
    /// <param name="isLocal">About one namespace.</param>
    public static IReadOnlyList<FieldError> Check(JsonObject review, bool isOwn, bool isLocal)
    {
        var (errors, spec) = (new List<FieldError>(), review.Child("spec"));
        var (ofResource, ofPath) = (FieldPath.Spec.Child("resourceAttributes"), FieldPath.Spec.Child("nonResourceAttributes"));
        var (resource, path) = (spec["resourceAttributes"], spec["nonResourceAttributes"]);
        if (resource is not null && path is not null)
            Add(ofPath, path, "cannot be specified in combination with resourceAttributes");
        if (resource is null && path is null)
            Add(ofResource, null, "exactly one of nonResourceAttributes or resourceAttributes must be specified");
        if (!isOwn && Subject(spec) is { Name: "", Groups: [] })
            Add(FieldPath.Spec.Child("user"), "", "at least one of user or group must be specified");
        if (Filled(review["metadata"], isLocal) is { } filled)
            Add(FieldPath.Metadata, filled, isLocal ? "must be empty except for namespace" : "must be empty");
        if (!isLocal) return errors;
        if (resource is not null && resource.Text("namespace") != review["metadata"].Text("namespace"))
            Add(ofResource.Child("namespace"), resource.Text("namespace"), "must match metadata.namespace");
        if (path is not null) Add(ofPath, path, "disallowed on this kind of request");
        return errors;

        void Add(FieldPath field, JsonNode? found, string why) => errors.Add(
            new FieldError(field, "Invalid value", found?.ToJsonString() ?? "null", why));
    }

    /// <summary>Of v1 or, with <c>group</c>, of v1beta1.</summary>
    public static User Subject(JsonObject spec) => new(spec.Text("user"))
    {
        Uid = spec.Text("uid"),
        Groups = [.. ((spec["groups"] ?? spec["group"]) as JsonArray ?? []).Select(group => group.AsText() ?? "")],
    };

    public static RequestAttributes Attributes(JsonObject spec)
    {
        if (spec["nonResourceAttributes"] is { } path)
            return new RequestAttributes { Path = path.Text("path"), Verb = path.Text("verb") };
        var asked = spec["resourceAttributes"];
        return new RequestAttributes
        {
            Path = "",
            Verb = asked.Text("verb"),
            IsResource = true,
            Group = asked.Text("group"),
            Namespace = asked.Text("namespace"),
            Resource = asked.Text("resource"),
            Subresource = asked.Text("subresource"),
            Name = asked.Text("name"),
        };
    }

    /// <summary>Null: nothing is said there that may not be.</summary>
    private static JsonNode? Filled(JsonNode? metadata, bool isLocal) => metadata is JsonObject fields
        && fields.Any(field => field.Value is not null && field.Key != "managedFields" && !(isLocal && field.Key == "namespace"))
            ? metadata
            : null;
}
