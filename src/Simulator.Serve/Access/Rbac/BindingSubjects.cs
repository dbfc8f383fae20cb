using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Rbac;

/// <summary>Whether one of a binding's subjects is the user; the first that cannot be judged ends the search.</summary>
internal static class BindingSubjects
{
    /// <param name="error">Why it cannot be said; null: it can.</param>
    public static bool Include(User? user, JsonArray? subjects, out string? error)
    {
        error = user is null ? "no user data associated with context" : null;
        if (user is null) return false;
        foreach (var subject in subjects ?? [])
        {
            if (Is(user, subject, out error) || error is not null) return error is null;
        }

        return false;
    }

    /// <summary>
    /// Of rbac.authorization.k8s.io/v1: no name stands for everybody, and what cannot be judged is nobody (appliesToUser in
    /// pkg/registry/rbac/validation/rule.go of 1.20).
    /// </summary>
    public static bool Name(User user, JsonArray? subjects) =>
        (subjects ?? []).Any(subject => subject.Text("name") != "*" && Is(user, subject, out _));

    private static bool Is(User user, JsonNode? subject, out string? error)
    {
        var (kind, name, home) = (subject.Text("kind"), subject.Text("name"), subject.Text("namespace"));
        error = kind switch
        {
            "User" or "Group" => null,
            "ServiceAccount" => home.Length > 0 ? null : "subject of kind service account without specified namespace",
            _ => $"unknown subject kind: {kind}",
        };
        return error is null && kind switch
        {
            "User" => name == "*" || name == user.Name,
            "Group" => user.Groups.Contains(name),
            _ => $"system:serviceaccount:{home}:{name}" == user.Name,
        };
    }
}
