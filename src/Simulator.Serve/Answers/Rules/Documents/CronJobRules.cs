using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Validation;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Cron jobs (ValidateCronJob in pkg/apis/batch/validation/validation.go of 1.20).</summary>
internal static class CronJobRules
{
    /// <summary>Its jobs are called as it is and eleven characters more.</summary>
    private const int NameLengthMax = 52;

    private static readonly FieldPath Template = FieldPath.Spec.Child("jobTemplate");

    public static void Check(JudgedDocument job, FieldErrors errors)
    {
        job.CheckMeta(TextRules.Dns1123Subdomain, errors);
        CheckSpec(job.Json.Child("spec"), errors);
        if (job.Plain.Name.Length > NameLengthMax)
            errors.Invalid(FieldPath.Metadata.Child("name"), job.Plain.Name, $"must be no more than {NameLengthMax} characters");
    }

    public static void CheckUpdate(JudgedDocument job, JsonObject stored, FieldErrors errors) => CheckSpec(job.Json.Child("spec"), errors);

    private static void CheckSpec(JsonObject spec, FieldErrors errors)
    {
        var (path, schedule) = (FieldPath.Spec.Child("schedule"), spec.Text("schedule"));
        if (schedule.Length == 0) errors.Required(path);
        else if (CronSchedule.Fault(schedule) is { } fault) errors.Invalid(path, schedule, fault);
        CheckCount("startingDeadlineSeconds", spec, errors);
        CheckPolicy(spec.Text("concurrencyPolicy"), errors);
        CheckJob(spec.Child("jobTemplate").Child("spec"), errors);
        CheckCount("successfulJobsHistoryLimit", spec, errors);
        CheckCount("failedJobsHistoryLimit", spec, errors);
    }

    private static void CheckCount(string field, JsonObject spec, FieldErrors errors) =>
        errors.Negative(FieldPath.Spec.Child(field), spec[field].AsNumber() ?? 0);

    private static void CheckPolicy(string policy, FieldErrors errors)
    {
        if (policy is not ("Allow" or "Forbid" or "Replace"))
            errors.Unsupported(FieldPath.Spec.Child("concurrencyPolicy"), policy, "Allow", "Forbid", "Replace");
    }

    /// <summary>Judged as a job, which stands elsewhere; its selector is made when it is.</summary>
    private static void CheckJob(JsonObject spec, FieldErrors errors)
    {
        var carrier = new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = "carrier" },
            ["spec"] = spec.DeepClone(),
        };
        var found = new FieldErrors { ActedUpon = errors.ActedUpon };
        Api.Validation.JobRules.CheckWork((Job)Judgement.Typed(ResourceTable.Find("batch/v1", "jobs"), carrier)!, found);
        errors.AddBelow(Template, found.All);
        if (spec["selector"] is { } selector)
        {
            errors.InvalidJson(
                Template.Child("spec").Child("selector"), selector.ToJsonString(), "`selector` will be auto-generated");
        }

        if (spec["manualSelector"] is JsonValue manual && manual.ToString() == "true")
            errors.UnsupportedJson(Template.Child("spec").Child("manualSelector"), "true", "nil", "false");
    }
}
