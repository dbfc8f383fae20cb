using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Extensions;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>One HTTP extender of a scheduler policy (plugin/pkg/scheduler/api/types.go and extender.go of 1.3.10).</summary>
internal static class ExtenderReader
{
    private const long NanosecondsATick = 100;

    public static ExtenderPolicy Read(FieldReader fields)
    {
        // How it is spoken to decides nothing here.
        fields.Skip("enableHttps", "tlsConfig");
        var nanoseconds = fields.Long("httpTimeout", otherwise: 0, min: 0);
        return new ExtenderPolicy(fields.RequiredText("urlPrefix"))
        {
            FilterVerb = fields.Text("filterVerb"),
            PrioritizeVerb = fields.Text("prioritizeVerb"),
            Weight = fields.Long("weight", otherwise: 0, min: 0),
            Timeout = nanoseconds == 0 ? ExtenderPolicy.DefaultTimeout : TimeSpan.FromTicks(Math.Max(1, nanoseconds / NanosecondsATick)),
        };
    }
}
