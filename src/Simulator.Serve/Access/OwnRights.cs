namespace Simulator.Serve.Access;

/// <summary>What whoever is known may ask about himself where the group is served (role <c>system:basic-user</c> of 1.20.2).</summary>
internal static class OwnRights
{
    public const string Group = "authorization.k8s.io";

    public static IReadOnlyList<string> Resources { get; } = ["selfsubjectaccessreviews", "selfsubjectrulesreviews"];
}
