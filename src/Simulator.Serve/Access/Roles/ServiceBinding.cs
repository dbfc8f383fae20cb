using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Roles;

/// <summary>Gives a role to people.</summary>
public sealed record ServiceBinding
{
    public required ServiceRole Role { get; init; }

    /// <summary><c>*</c>: everybody who is known.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Empty: all of them, the federation, too.</summary>
    public IReadOnlyList<string> ClusterNames { get; init; } = [];

    /// <summary>Empty: all of them, and what lies in none.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    public bool Names(User user) => Users.Contains("*") || Users.Contains(user.Name) || user.Groups.Any(Groups.Contains);

    public bool Covers(string cluster) => ClusterNames is [] || ClusterNames.Contains(cluster);

    /// <summary>A binding for namespaces says nothing about paths.</summary>
    internal bool Reaches(Attributes.RequestAttributes attributes) =>
        Namespaces.Count == 0 || (attributes.IsResource && Namespaces.Contains(attributes.Namespace));
}
