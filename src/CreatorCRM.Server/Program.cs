using System.Globalization;
using CreatorCRM.Server.Hosting;

// What is stored, sent and told is the same on every host: days of the Gregorian calendar and digits that programs read, whatever the locale.
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

return await Commands.Run(args);
