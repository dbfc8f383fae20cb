using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Serve.Access.Roles;

namespace Simulator.Cli.Verbs.Rights;

/// <summary>Which rights a verb asks about.</summary>
internal sealed class RightsOptions
{
    public Option<string> Roles { get; } = new("--roles")
    {
        Description = "File that binds users and groups to roles, as serve --roles reads it.",
        HelpName = "FILE",
        Required = true,
    };

    public Option<string[]> Clusters { get; } = new("--cluster")
    {
        Description = "Name of a cluster, or of the federation; once each. Without it: on all of them.",
        HelpName = "NAME",
    };

    public Option<bool> Json { get; } = OutputOption.Json();

    /// <summary>Null after sentences about what is wrong.</summary>
    public ServiceRoles? Read(ParseResult parsed, Screen screen)
    {
        var diagnostics = new Diagnostics();
        var roles = ServiceRolesFile.Read(parsed.GetRequiredValue(Roles), [], diagnostics);
        if (roles is null) DiagnosticText.Write(diagnostics, screen);
        return roles;
    }
}
