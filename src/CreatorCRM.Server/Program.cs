using CreatorCRM.Server.Hosting;

return await Commands.Run(args);
