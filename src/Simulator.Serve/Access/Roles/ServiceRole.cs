namespace Simulator.Serve.Access.Roles;

/// <summary>What somebody may do who has this role.</summary>
/// <param name="Meaning">In a few words.</param>
public sealed record ServiceRole(string Name, string Meaning, IReadOnlyList<ServiceRule> Rules);
